import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Channel } from '../bot/channel.ts';
import { teamsLinks } from '../bot/links.ts';
import { agentsPlayground } from '../bot/playground.ts';
import { teamsChannel } from '../bot/teams-channel.ts';
import type { Directory, Store } from './app/ports.ts';
import type { LocalIdentity, TeamsIdentity } from './config.ts';
import { graphClient } from './graph/client.ts';
import { clouds } from './graph/clouds.ts';
import { graphDirectory } from './graph/directory.ts';
import { seenDirectory } from './identity/seen-directory.ts';
import { entra, type Trust, teamsClients } from './identity/tokens.ts';
import { sampleDirectory } from './local/directory.ts';
import { startLocalDesk } from './local/local-desk.ts';
import { portFault } from './start-fault.ts';

/** The app id of the local desk, where no registration gives one. */
export const localAppId = '5d2f7c1e-94b8-4a63-8f0d-c7e3b1a60d42';

/** Whom the desk serves and trusts: the one thing that differs between this machine and a real tenant. */
export interface Surroundings {
  readonly appId: string;
  readonly directory: (store: Store) => Directory;
  readonly channel: Channel;
  readonly trust: Trust;
  /** Origins from which files sent in a chat are fetched. */
  readonly fileOrigins: readonly string[];
  /** Who may show the tab in a frame. */
  readonly frameAncestors: readonly string[];
  readonly links: ReturnType<typeof teamsLinks>;
  /** Whether people reach the desk by https. */
  readonly secure: boolean;
  /** Where a person goes. */
  readonly openAt: string;
  close(): Promise<void>;
}

/** Hosts of Teams, Outlook and Microsoft 365 that frame a personal tab. */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** A Microsoft 365 app: Bot Framework's channel, Entra's tokens, and people as these show them or, where it is switched on, as Graph does. */
export function teamsSurroundings(identity: TeamsIdentity, log: Logger): Surroundings {
  const { appId, publicUrl, operatorTenantId } = identity;
  return {
    appId,
    directory: (store) => {
      const seen = seenDirectory(store.people, operatorTenantId);
      if (!identity.graph) return seen;
      const graph = graphClient({ registration: identity, cloud: clouds.global, log });
      return graphDirectory({ graph, seen, operatorTenantId, appId });
    },
    channel: teamsChannel(identity),
    trust: { ...entra, audiences: [appId, `api://${new URL(publicUrl).host}/botid-${appId}`], clients: teamsClients },
    fileOrigins: ['https://*.sharepoint.com'],
    frameAncestors: hosts,
    links: teamsLinks(appId),
    secure: true,
    openAt: publicUrl,
    close: async () => {},
  };
}

/** ID-2: the stand-in for Teams, whose issuer signs people in. `deskUrl` is asked once the desk listens. */
export async function localSurroundings(identity: LocalIdentity, deskUrl: () => string): Promise<Surroundings> {
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
    channel: {
      appId: localAppId,
      issuer: local.issuer.url,
      keysUrl: local.issuer.channelKeysUrl,
      metadataUrl: local.issuer.channelMetadataUrl,
      serviceUrls: [local.url],
      outboundToken: (audience) => local.signForConnector(audience),
      ...(identity.playground && { playground: agentsPlayground }),
    },
    trust: {
      issuer: local.issuer.entraIssuer,
      keysUrl: local.issuer.entraKeysUrl,
      audiences: [local.issuer.audience],
      clients: teamsClients,
    },
    fileOrigins: [local.url],
    frameAncestors: ["'self'", local.url],
    links: teamsLinks(localAppId),
    secure: false,
    openAt: local.url,
    close: () => local.close(),
  };
}
