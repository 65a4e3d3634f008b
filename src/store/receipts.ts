import { CompiledQuery, sql } from 'kysely';
import type { Receipt } from '../app/ports.ts';
import { send } from './entry.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

/** Waits for whoever uses the same key just now, then sees what they left (F-3). */
export async function findReceipt(tx: Tx, tenantId: string, personId: string, key: string): Promise<Receipt | undefined> {
  const { rows } = await sql<{ digest: string; case_id: string }>`
    select digest, case_id from find_receipt(${tenantId}, ${personId}, ${key})`.execute(tx);
  const [record] = rows;
  return record && { personId, key, digest: record.digest, caseId: record.case_id };
}

export async function saveReceipt(tenantId: string, { personId, key, digest, caseId }: Receipt): Promise<void> {
  await send(CompiledQuery.raw(saved, [tenantId, personId, key, digest, caseId]));
}

const saved = prepared('insert into receipts (tenant_id, person_id, key, digest, case_id) values ($1, $2, $3, $4, $5)');
