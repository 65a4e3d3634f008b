import type { Settings } from '../domain/settings.ts';
import type { KnownHealth } from './health/known.ts';
import type { PartnerRights } from './partners/rights.ts';
import type { Blobs, Directory, Feed, OwnProfiles, Places, SetUpProbes, Store, TenantOfDomain, WebhookCalls } from './ports.ts';
import type { TenantGate } from './tenants/gate.ts';

/** What the use cases stand on. `main.ts` fills it in. */
export interface Deps {
  readonly store: Store;
  readonly blobs: Blobs;
  readonly directory: Directory;
  readonly gate: TenantGate;
  /** Absent where no organisation acts for another. */
  readonly partners?: PartnerRights | undefined;
  /** CS-3: absent where nobody knows whose a domain is. */
  readonly tenantOfDomain?: TenantOfDomain | undefined;
  /** Absent where nobody is asked to agree to anything. */
  readonly ownProfiles?: OwnProfiles | undefined;
  /** CS-12: absent where Microsoft is not asked. */
  readonly health?: KnownHealth | undefined;
  /** Whose outages are told of; absent where nobody is told. */
  readonly operatorTenantId?: string | undefined;
  /** AG-5: absent where nothing can be asked whether it is there. */
  readonly setUp?: SetUpProbes | undefined;
  /** Absent where no system outside is called. */
  readonly webhooks?: WebhookCalls | undefined;
  /** RM-5: absent where no directory is asked for rooms. */
  readonly places?: Places | undefined;
  /** Absent where nobody's activity feed is told. */
  readonly feed?: Feed | undefined;
  readonly settings: Settings;
  /** Instant, ISO 8601 in UTC. Only for showing and for checks before a transaction; what is stored has the database's clock. */
  readonly now: () => string;
}
