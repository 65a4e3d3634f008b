import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Outage, OutageUpdate } from '../../domain/outage/outage.ts';
import type { CaseRow } from './records.ts';
import type { Scope } from './store.ts';

/** What a case may say of its outage. */
export type KnownOutage = Pick<Outage, 'id' | 'title' | 'state'>;

/** `skipped`: the case was closed meanwhile. */
export type SendingOutcome = 'done' | 'skipped' | 'refused';

/** One case that an update is to reach. */
export interface Sending {
  readonly updateId: string;
  readonly caseTenantId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  /** `null` while it is to be sent. */
  readonly outcome: SendingOutcome | null;
}

/** AG-4: outages, in the operator's tenant; the link of a case stands in the case. */
export interface Outages {
  /** Of these desks, those that go on first, then newest first, at most 100. */
  list(tenantId: string, desks: readonly DeskId[]): Promise<readonly Outage[]>;
  find(tenantId: string, id: string): Promise<Outage | undefined>;
  /** The outage of a case in this scope, whoever's it is. */
  ofCase(scope: Scope, caseId: string): Promise<KnownOutage | undefined>;
  /** Linked cases in an engineer's scope, newest change first, at most 500. */
  cases(scope: Scope, id: string): Promise<readonly CaseRow[]>;
  /** How many cases in an engineer's scope are linked to each of these. */
  counts(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly open: number; readonly total: number }>>;
  /** CS-12: who follows an outage without a case of theirs, at most `limits.outageFollowers`. */
  followers(tenantId: string, id: string): Promise<readonly OutageFollower[]>;
  /** Ids of what somebody follows, at most 100. */
  followed(tenantId: string, person: OutageFollower): Promise<ReadonlySet<string>>;
  /** Newest first, at most 50. */
  updates(tenantId: string, id: string): Promise<readonly OutageUpdate[]>;
  update(tenantId: string, id: string, updateId: string): Promise<OutageUpdate | undefined>;
  /** Of these updates, by case number. */
  sendings(tenantId: string, updateIds: readonly string[]): Promise<readonly Sending[]>;
}

/** Somebody of whichever organisation. */
export interface OutageFollower {
  readonly tenantId: string;
  readonly personId: string;
}

/** In the operator's transaction. */
export interface OutageChanges {
  lock(id: string): Promise<Outage | undefined>;
  save(outage: Outage): Promise<void>;
  /** An update with all it is to reach. */
  addUpdate(update: OutageUpdate, cases: readonly Pick<CaseRow, 'id' | 'tenantId' | 'number'>[]): Promise<void>;
  followers(id: string): Promise<readonly OutageFollower[]>;
  follow(id: string, person: OutageFollower): Promise<void>;
  unfollow(id: string, person: OutageFollower): Promise<void>;
  settle(updateId: string, caseId: string, outcome: SendingOutcome): Promise<void>;
}
