import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Pack, PackUse, Recovery } from '../../domain/entitlement/pack.ts';
import type { Page } from '../views.ts';

/** PS-7: packs of incidents, in the customer's tenant. */
export interface Packs {
  /** Those a person bought or may use, what lasts longest first; at most 100. */
  usableBy(tenantId: string, personId: string): Promise<readonly Pack[]>;
  find(tenantId: string, id: string): Promise<Pack | undefined>;
  /** Of a desk's customers, those recorded last first. */
  ofDesk(
    desk: DeskId,
    query: { readonly tenantId: string | null; readonly cursor: string | null; readonly limit: number },
  ): Promise<Page<Pack>>;
  /** What was taken from these packs of one tenant, newest first; at most 500. */
  uses(tenantId: string, packIds: readonly string[]): Promise<readonly PackUse[]>;
  /** A person's own requests, newest first; at most 20. */
  recoveriesBy(tenantId: string, personId: string): Promise<readonly Recovery[]>;
  /** Requests of a desk's customers that wait for a lead, the oldest first; at most 100. */
  waiting(desk: DeskId): Promise<readonly Recovery[]>;
}

/** In the customer's transaction. */
export interface PackChanges {
  /** Packs with something left that this person may use today, locked; those that expire first come first. */
  lockUsable(personId: string): Promise<readonly Pack[]>;
  /** The same without a lock and whatever is left of them, to tell why there is nothing to take. */
  usableBy(personId: string): Promise<readonly Pack[]>;
  lock(id: string): Promise<Pack | undefined>;
  findByConfirmation(confirmation: string): Promise<Pack | undefined>;
  /** `false` where an order of that confirmation is recorded already. */
  insert(pack: Omit<Pack, 'tenantId'> & { readonly desk: DeskId }, by: string): Promise<boolean>;
  /** Whose it is and who may use it. */
  save(pack: Pick<Pack, 'id' | 'accountId' | 'people' | 'version'>): Promise<void>;
  /** One incident of a locked pack for a case. */
  take(packId: string, caseId: string): Promise<void>;
  /** What was taken for a case goes back, once; `undefined` where nothing was taken or it went back before. */
  giveBack(caseId: string): Promise<string | undefined>;
  /** Whether a case cost an incident that has not gone back. */
  costs(caseId: string): Promise<boolean>;
  /** What was taken for one case counts for another from now on. */
  moveUse(fromCaseId: string, toCaseId: string): Promise<void>;
  /** `false` where the person's request for that pack waits already. */
  ask(recovery: Pick<Recovery, 'id' | 'packId' | 'by' | 'reason'> & { readonly desk: DeskId }): Promise<boolean>;
  lockRecovery(id: string): Promise<Recovery | undefined>;
  decide(id: string, decision: Pick<Recovery, 'state' | 'words'>, by: string): Promise<void>;
}
