import { join } from 'node:path';
import type { Logger } from 'pino';
import { teamsLinks } from '../bot/links.ts';
import { agentsPlayground } from '../bot/wire/playground.ts';
import type { KnownChannel } from './app/notices/known-channels.ts';
import type { Config, LocalIdentity } from './config.ts';
import { clouds } from './domain/clouds.ts';
import { graphClient } from './graph/client.ts';
import { ownProfiles } from './graph/own-profiles.ts';
import { idTokenVerifier } from './identity/id-token.ts';
import { teamsClients } from './identity/tokens.ts';
import { sampleDirectory } from './local/directory.ts';
import { type LocalDesk, startLocalDesk } from './local/local-desk.ts';
import { operator, type SampleOrganisation, sampleOrganisations } from './local/organisations.ts';
import { samplePlaces } from './local/places.ts';
import { sampleRights } from './local/relationships.ts';
import { smtpWay } from './mail-way.ts';
import { root } from './root.ts';
import { portFault } from './start-fault.ts';
import type { Surroundings } from './surroundings.ts';

/** The app id of the local desk, where no registration gives one. */
export const localAppId = '5d2f7c1e-94b8-4a63-8f0d-c7e3b1a60d42';

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
    pages: join(root, 'dist', 'local'),
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
    announcements: local.announcements,
    healthFreshMs: 1_000,
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
