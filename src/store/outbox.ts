import type { OutboxEntry } from '../app/ports.ts';
import type { Tx } from './transaction.ts';

/** Notices as the table has them, JSON as JSON. */
export const noticeRecords = (tenantId: string, entries: readonly OutboxEntry[]) =>
  entries.map(({ key, caseId, seq, to, how }) => ({ tenant_id: tenantId, key, case_id: caseId, seq, recipient: to, how }));

/** G-12: committed with the change they tell of. A key that is there already is the same notice. */
export async function enqueue(tx: Tx, tenantId: string, entries: readonly OutboxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const records = noticeRecords(tenantId, entries);
  await tx
    .insertInto('outbox')
    .values(records.map(({ recipient, ...rest }) => ({ ...rest, recipient: JSON.stringify(recipient) })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .execute();
}
