import type { OutboxEntry } from '../app/ports.ts';
import type { Tx } from './transaction.ts';

/** G-12: committed with the change they tell of. A key that is there already is the same notice. */
export async function enqueue(tx: Tx, tenantId: string, entries: readonly OutboxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('outbox')
    .values(
      entries.map(({ key, caseId, seq, to, how }) => ({
        tenant_id: tenantId,
        key,
        case_id: caseId,
        seq,
        recipient: JSON.stringify(to),
        how,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .execute();
}
