import { join } from 'node:path';
import type { Logger } from 'pino';
import { teamsLinks } from '../bot/links.ts';
import type { Channel } from '../bot/wire/channel.ts';
import { agentsPlayground } from '../bot/wire/playground.ts';
import { teamsChannel } from '../bot/wire/teams-channel.ts';
import type { KnownChannel } from './app/notices/known-channels.ts';
import type {
  Directory,
  Feed,
  OwnProfiles,
  Places,
  Relationships,
  ServiceAnnouncements,
  SetUpProbes,
  Store,
  TenantOfDomain,
} from './app/ports.ts';
import type { KnownTenant } from './app/tenants/gate.ts';
import type { Config, LocalIdentity, TeamsIdentity } from './config.ts';
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
import type { SignIn } from './http/sign-in/sign-in.ts';
import { tenantOfDomainAt } from './identity/domain-tenants.ts';
import { entraApp } from './identity/entra-app.ts';
import { idTokenVerifier } from './identity/id-token.ts';
import { seenDirectory } from './identity/seen-directory.ts';
import { entraTrust, type Trust, teamsClients } from './identity/tokens.ts';
import { sampleAnnouncements } from './local/announcements.ts';
import { sampleDirectory } from './local/directory.ts';
import { type LocalDesk, startLocalDesk } from './local/local-desk.ts';
import { operator, type SampleOrganisation, sampleOrganisations } from './local/organisations.ts';
import { samplePlaces } from './local/places.ts';
import { sampleRights } from './local/relationships.ts';
import { graphWay, type MailWay, smtpWay } from './mail-way.ts';
import { portFault } from './start-fault.ts';

/** The app id of the local desk, where no registration gives one. */
export const localAppId = '5d2f7c1e-94b8-4a63-8f0d-c7e3b1a60d42';

/** Whom the desk serves and trusts: the one thing that differs between this machine and a real tenant. */
export interface Surroundings {
  readonly appId: string;
  readonly directory: (store: Store) => Directory;
  /** Partners' rights over customers, where they can be asked for. */
  readonly relationships: Relationships | undefined;
  /** CS-3: whose a domain is. */
  readonly tenantOfDomain: TenantOfDomain;
  readonly channel: Channel;
  /** People's own profiles, where they may be asked for them. */
  readonly ownProfiles: OwnProfiles | undefined;
  readonly trust: Trust;
  /** How people sign in with a browser of their own. `deskUrl` is where the desk itself listens. */
  readonly signIn: (deskUrl: () => string) => SignIn;
  /** Origins from which files sent in a chat are fetched. */
  readonly fileOrigins: readonly string[];
  /** Who may show the tab in a frame. */
  readonly frameAncestors: readonly string[];
  /** Where mail is handed in, and whom it comes from; `null` where none is sent. */
  readonly mail: MailWay | null;
  /** Teams' activity feed, where Graph is switched on. */
  readonly feed: Feed | undefined;
  /** RM-5: where rooms are asked for; absent where Graph is switched off. */
  readonly places: Places | undefined;
  /** CS-12: where service health is read; absent where Graph is switched off. */
  readonly announcements: ServiceAnnouncements | undefined;
  /** Organisations whose rooms are entered from the start. */
  readonly roomsOf: readonly string[];
  /** The tenant whose people can be engineers. */
  readonly operatorTenantId: string;
  /** What of its permissions the operator's tenant has agreed to; `null` where Graph is not asked. */
  readonly granted: SetUpProbes['granted'];
  /** Where the operator's administrator consents. */
  readonly consentUrl: string | null;
  /** Organisations that are registered before anybody of them comes. */
  readonly tenants: readonly KnownTenant[];
  /** CS-1: resellers that are on record from the start, with their providers. */
  readonly resellers: readonly { readonly id: string; readonly provider: string }[];
  /** Channels that are told of cases from the start. */
  readonly channels: readonly KnownChannel[];
  /** Where the Teams of this cloud are. */
  readonly teams: string;
  readonly links: ReturnType<typeof teamsLinks>;
  /** Whether people reach the desk by https. */
  readonly secure: boolean;
  /** Where a person goes. */
  readonly openAt: string;
  close(): Promise<void>;
}

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

/** ID-2: the stand-in for Teams, whose issuer signs people in. `deskUrl` is asked once the desk listens. */
export async function localSurroundings(
  identity: LocalIdentity,
  mail: Config['mail'],
  log: Logger,
  deskUrl: () => string,
): Promise<Surroundings> {
  const local = await startLocalDesk({
    deskUrl,
    port: identity.standInPort,
    appId: localAppId,
    pages: join(import.meta.dirname, '..', 'dist', 'local'),
  }).catch((fault) => {
    throw portFault(fault, identity.standInPort, '127.0.0.1', 'LOCAL_PORT');
  });
  return {
    appId: localAppId,
    directory: sampleDirectory,
    relationships: sampleRights(),
    tenantOfDomain: async (domain) => sampleOrganisations.find(({ domains }) => domains.includes(domain))?.id,
    ownProfiles: ownProfiles({
      graph: graphClient({ tokens: local.entra, graph: local.url, log }),
      administratorConsent: () => null,
      asItself: false,
    }),
    channel: {
      appId: localAppId,
      issuer: local.issuer.url,
      keysUrl: local.issuer.channelKeysUrl,
      metadataUrl: local.issuer.channelMetadataUrl,
      serviceUrls: [local.url],
      audience: clouds.global.channel.audience,
      outboundToken: (audience) => local.signForConnector(audience),
      ...(identity.playground && { playground: agentsPlayground }),
    },
    trust: {
      issuer: local.issuer.entraIssuer,
      keysUrl: local.issuer.entraKeysUrl,
      audiences: [local.issuer.audience],
      clients: teamsClients,
    },
    signIn: (deskUrl) => ({
      origin: deskUrl,
      clientId: localAppId,
      consentScope: `${local.url}/User.Read`,
      authorize: () => local.issuer.authorizeUrl,
      exchange: local.entra.exchange,
      verify: idTokenVerifier({ issuer: local.issuer.entraIssuer, keysUrl: local.issuer.entraKeysUrl, appId: localAppId }),
    }),
    fileOrigins: [local.url],
    frameAncestors: ["'self'", local.url],
    mail: smtpWay(mail?.via === 'smtp' ? mail : local.mail),
    feed: undefined,
    places: samplePlaces(),
    announcements: sampleAnnouncements(),
    roomsOf: sampleOrganisations.filter(({ roomsEntered }) => roomsEntered).map(({ id }) => id),
    operatorTenantId: operator.id,
    granted: null,
    consentUrl: null,
    tenants: sampleOrganisations,
    resellers: sampleOrganisations.flatMap(({ id, resellerOf }) => (resellerOf ? [{ id, provider: resellerOf }] : [])),
    channels: [teamOf(local, operator)],
    teams: clouds.global.teams,
    links: teamsLinks(localAppId, clouds.global.teams, deskUrl),
    secure: false,
    openAt: local.url,
    close: () => local.close(),
  };
}

/** The channel of a sample organisation's team. */
const teamOf = ({ ids, serviceUrl }: LocalDesk, { id, name }: SampleOrganisation): KnownChannel => ({
  ...{ tenantId: id, channelId: ids.channel(id), teamId: ids.channel(id), serviceUrl, name, shared: false },
  ...{ desk: 'phoneNumbers', locale: 'en' },
});

const mailWay = (mail: NonNullable<Config['mail']>, tenantId: string, mailboxOf: Parameters<typeof graphWay>[2]): MailWay =>
  mail.via === 'smtp' ? smtpWay(mail) : graphWay(mail.from, tenantId, mailboxOf);
