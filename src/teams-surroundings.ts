import type { Logger } from 'pino';
import { teamsLinks } from '../bot/links.ts';
import { teamsChannel } from '../bot/wire/teams-channel.ts';
import type { Config, TeamsIdentity } from './config.ts';
import { clouds } from './domain/clouds.ts';
import { graphActing } from './graph/acting.ts';
import { graphClient } from './graph/client.ts';
import { graphDirectory } from './graph/directory.ts';
import { graphFeed } from './graph/feed.ts';
import { grantedIn } from './graph/granted.ts';
import { graphAnnouncements } from './graph/health.ts';
import { graphMailbox } from './graph/mailbox.ts';
import { ownProfiles } from './graph/own-profiles.ts';
import { graphPlaces } from './graph/places.ts';
import { graphRelationships } from './graph/relationships.ts';
import { tenantOfDomainAt } from './identity/domain-tenants.ts';
import { entraApp } from './identity/entra-app.ts';
import { idTokenVerifier } from './identity/id-token.ts';
import { seenDirectory } from './identity/seen-directory.ts';
import { entraTrust, teamsClients } from './identity/tokens.ts';
import { graphWay, type MailWay, smtpWay } from './mail-way.ts';
import type { Surroundings } from './surroundings.ts';

/** A Microsoft 365 app: Bot Framework's channel, Entra's tokens, and people as these show them or, where it is switched on, as Graph does. */
export function teamsSurroundings(identity: TeamsIdentity, mail: Config['mail'], log: Logger): Surroundings {
  const { appId, tenantId, credential, publicUrl, operatorTenantId } = identity;
  const cloud = clouds[identity.cloud];
  const tokens = entraApp({ appId, credential, cloud, log });
  const graph = identity.graph ? graphClient({ tokens, graph: cloud.graph, log }) : undefined;
  const acting = graphActing({ tokens, graph: cloud.graph, log });
  const administratorConsent = (tenant: string) => `${cloud.login}/${tenant}/adminconsent?client_id=${appId}`;
  const own = graph && ownProfiles({ graph, administratorConsent, asItself: true });
  return {
    appId,
    directory: (store) => {
      const seen = seenDirectory(store.people, operatorTenantId);
      return graph ? graphDirectory({ graph, seen, own, operatorTenantId, appId }) : seen;
    },
    relationships: graph && graphRelationships(graph, () => new Date().toISOString()),
    tenantOfDomain: tenantOfDomainAt(cloud.login),
    ownProfiles: own,
    channel: teamsChannel({ appId, tenantId, cloud, tokens }),
    trust: { ...entraTrust(cloud.login), audiences: [appId, `api://${new URL(publicUrl).host}/botid-${appId}`], clients: teamsClients },
    signIn: () => ({
      // As browsers write it.
      origin: () => new URL(publicUrl).origin,
      clientId: appId,
      consentScope: `${cloud.graph}/User.Read`,
      authorize: () => `${cloud.login}/organizations/oauth2/v2.0/authorize`,
      exchange: tokens.exchange,
      verify: idTokenVerifier({ ...entraTrust(cloud.login), appId }),
    }),
    fileOrigins: cloud.files,
    frameAncestors: cloud.frames,
    mail: mail && mailWay(mail, operatorTenantId, (address) => graphMailbox(acting, operatorTenantId, address)),
    feed: graph && graphFeed(acting),
    places: graph && graphPlaces(graph),
    announcements: graph && graphAnnouncements(graph, operatorTenantId),
    healthFreshMs: undefined,
    roomsOf: [],
    operatorTenantId,
    granted: graph ? () => grantedIn(graph, operatorTenantId, appId) : null,
    consentUrl: administratorConsent(operatorTenantId),
    tenants: [],
    resellers: [],
    channels: [],
    teams: cloud.teams,
    links: teamsLinks(appId, cloud.teams, () => publicUrl),
    secure: true,
    openAt: publicUrl,
    close: async () => {},
  };
}

const mailWay = (mail: NonNullable<Config['mail']>, tenantId: string, mailboxOf: Parameters<typeof graphWay>[2]): MailWay =>
  mail.via === 'smtp' ? smtpWay(mail) : graphWay(mail.from, tenantId, mailboxOf);
