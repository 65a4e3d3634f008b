import { sql } from 'kysely';
import type { Receipt } from '../app/ports.ts';
import type { Tx } from './transaction.ts';

/** Waits for whoever uses the same key just now, then sees what they left (F-3). */
export async function findReceipt(tx: Tx, tenantId: string, personId: string, key: string): Promise<Receipt | undefined> {
  const { rows } = await sql<{ digest: string; case_id: string }>`
    select digest, case_id from find_receipt(${tenantId}, ${personId}, ${key})`.execute(tx);
  const [record] = rows;
  return record && { personId, key, digest: record.digest, caseId: record.case_id };
}

export async function saveReceipt(tx: Tx, tenantId: string, { personId, key, digest, caseId }: Receipt): Promise<void> {
  await tx.insertInto('receipts').values({ tenant_id: tenantId, person_id: personId, key, digest, case_id: caseId }).execute();
}
