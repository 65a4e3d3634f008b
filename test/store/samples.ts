import { randomInt, randomUUID } from 'node:crypto';
import type { ListQuery, StoredFile, TenantTransaction } from '../../src/app/ports.ts';
import type { Case } from '../../src/domain/case/case.ts';
import type { Actor, CaseEvent } from '../../src/domain/case/events.ts';
import { caseNumber } from '../../src/domain/case/number.ts';
import type { OpenStore } from '../../src/store/open.ts';

export const ada = { id: 'ada', name: 'Ada Øst' };
export const engineer: Actor = { id: 'ingrid', name: 'Ingrid', tenantId: randomUUID(), side: 'desk' };

export function sampleCase(tenantId: string, change: Partial<Case> = {}): Case {
  const at = change.openedAt ?? new Date().toISOString();
  return {
    id: randomUUID(),
    number: caseNumber(Array.from({ length: 7 }, () => randomInt(1_000_000) / 1_000_000)),
    tenantId,
    desk: 'phoneNumbers',
    caseType: 'portIn',
    title: 'Port our numbers in',
    description: 'From the old carrier.',
    country: 'FR',
    particulars: { orderName: 'Paris' },
    filed: [],
    contacts: ['one@contoso.example'],
    files: [],
    severity: null,
    breakFix: null,
    supportLanguage: 'en',
    aroundTheClock: false,
    onBehalfOf: null,
    filedByDomain: null,
    stage: null,
    status: 'new',
    openedBy: ada,
    requester: change.openedBy ?? ada,
    assignedTo: null,
    openedAt: at,
    updatedAt: at,
    closed: null,
    support: null,
    escalatedAt: null,
    outageId: null,
    improper: null,
    firstResponseAt: null,
    firstResponseDueAt: null,
    targetFrom: change.openedAt ?? at,
    version: 1,
    publicVersion: 1,
    ...change,
  };
}

export const actorFor = (tenantId: string): Actor => ({ ...ada, tenantId, side: 'customer' });

export const openedEvent = (case_: Case): CaseEvent => ({
  type: 'opened',
  files: [],
  seq: 1,
  at: case_.openedAt,
  actor: actorFor(case_.tenantId),
});

/** What opening a case writes: the case, its event, the audit row and one notice. */
export async function writeOpened(tx: TenantTransaction, case_: Case): Promise<void> {
  await tx.insertCase(case_, { events: [openedEvent(case_)] });
  await tx.appendAudit({
    actorTenantId: case_.tenantId,
    actorId: case_.openedBy.id,
    action: 'open',
    outcome: 'done',
    caseId: case_.id,
    details: { title: case_.title },
  });
  await tx.enqueue([
    { key: `${case_.id}:1:channels`, caseId: case_.id, seq: 1, to: { kind: 'channels' }, how: 'message', channel: 'chat' },
  ]);
}

/** What happens to a case as it is, and changes nothing of it. */
export async function addEvents(tx: TenantTransaction, caseId: string, events: readonly CaseEvent[]): Promise<void> {
  const case_ = await tx.lockCase(caseId);
  if (!case_) throw new Error(`The tenant has no case ${caseId}.`);
  await tx.saveCase(case_, case_, { events });
}

export async function openCase({ store }: Pick<OpenStore, 'store'>, tenantId: string, change: Partial<Case> = {}): Promise<Case> {
  const case_ = sampleCase(tenantId, change);
  await store.inTenant(tenantId, (tx) => writeOpened(tx, case_));
  return case_;
}

export const listOf = (change: Partial<ListQuery> = {}): ListQuery => ({
  list: 'company',
  personId: ada.id,
  state: 'all',
  words: null,
  desk: null,
  country: null,
  status: null,
  cursor: null,
  limit: 100,
  ...change,
});

export const tenantScope = (tenantId: string) => ({ kind: 'tenant', tenantId }) as const;
export const deskScope = { kind: 'desks', desks: ['phoneNumbers'] } as const;

export const sampleFile = (tenantId: string, change: Partial<StoredFile> = {}) => ({
  tenantId,
  id: randomUUID(),
  ownerId: ada.id,
  name: 'numbers.csv',
  contentType: 'text/csv',
  size: 12,
  sha256: 'a'.repeat(64),
  ...change,
});
