import { type Kysely, sql } from 'kysely';
import type { Feedback, Store } from '../app/ports.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx, within } from './transaction.ts';

const mostFeedback = 500;
const largestNote = 10_000;

export const notesOf = (db: Kysely<Database>): Store['notes'] => ({
  find: (tenantId, personId, kind) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await tx
        .selectFrom('notes')
        .select('note')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('kind', '=', kind)
        .executeTakeFirst();
      return record?.note;
    }),
  save: (tenantId, personId, kind, note) =>
    within(db, { kind: 'tenant', tenantId }, async (tx, now) => {
      const record = noteRecord(tenantId, now, { personId, kind, note });
      await tx
        .insertInto('notes')
        .values({ ...record, note: JSON.stringify(record.note) })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'person_id', 'kind']).doUpdateSet((of) => ({ note: of.ref('excluded.note'), updated_at: now })),
        )
        .execute();
    }),
});

export interface Note {
  readonly personId: string;
  readonly kind: string;
  readonly note: unknown;
}

/** A note as the table has it, JSON as JSON. */
export function noteRecord(tenantId: string, now: string, { personId, kind, note }: Note) {
  const length = JSON.stringify(note ?? null).length;
  if (length > largestNote) throw new RangeError(`a note of kind ${kind} is longer than ${largestNote}`);
  return { tenant_id: tenantId, person_id: personId, kind, note: note ?? null, updated_at: now };
}

export const feedbackOf = (db: Kysely<Database>): Store['feedback'] => ({
  list: (tenantId, limit) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('feedback')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.min(mostFeedback, Math.max(1, Math.trunc(limit))))
        .execute();
      return records.map((record) => ({
        id: record.id,
        personId: record.person_id,
        personName: record.person_name,
        caseId: record.case_id,
        useful: record.useful,
        language: record.language as Feedback['language'],
        affectedBy: record.affected_by as readonly string[],
        words: record.words,
        at: record.at.toISOString(),
      }));
    }),
});

export async function insertFeedback(tx: Tx, tenantId: string, feedback: Omit<Feedback, 'at'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('feedback')
    .values({
      tenant_id: tenantId,
      id: feedback.id,
      person_id: feedback.personId,
      person_name: feedback.personName,
      case_id: feedback.caseId,
      useful: feedback.useful,
      language: feedback.language,
      affected_by: JSON.stringify(feedback.affectedBy),
      words: feedback.words,
      at: sql<string>`clock_timestamp()`,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
