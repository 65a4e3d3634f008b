import type { teamsLinks } from '../bot/links.ts';
import type { Channel } from '../bot/wire/channel.ts';
import { type KnownHealth, knownHealth } from './app/health/known.ts';
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
import type { SignIn } from './http/sign-in/sign-in.ts';
import type { Trust } from './identity/tokens.ts';
import type { MailWay } from './mail-way.ts';

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
  /** Milliseconds for which what was read there counts; five minutes unless told. */
  readonly healthFreshMs: number | undefined;
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

/** CS-12: what is known of service health there. */
export const healthOf = ({
  announcements,
  healthFreshMs,
}: Pick<Surroundings, 'announcements' | 'healthFreshMs'>): KnownHealth | undefined =>
  announcements && knownHealth(announcements, () => new Date().toISOString(), { freshMs: healthFreshMs });
