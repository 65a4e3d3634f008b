import { type Kysely, sql } from 'kysely';
import type { Scope, Store } from '../app/ports.ts';
import type { Case } from '../domain/case/case.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import { isInternal } from '../domain/case/events.ts';
import { listCases } from './case-list.ts';
import { type CaseRecord, caseColumns, toCase, toRecord } from './case-record.ts';
import { eventsAt, timeline } from './events.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { inScope } from './scope.ts';
import { once, reading, type Tx } from './transaction.ts';
import { wordsOf } from './words.ts';

export const casesOf = (db: Kysely<Database>): Store['cases'] => ({
  list: (scope, query) => listCases(db, scope, query),
  find: (scope, ref) => find(db, scope, ref),
  timeline: (scope, caseId, page) => timeline(db, scope, caseId, page),
  eventsAt: (scope, caseId, which) => eventsAt(db, scope, caseId, which),
  countImproper: (tenantId, since) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const { rows } = await sql<{ found: number }>`select improper_escalations(${since}::timestamptz) as found`.execute(tx);
      return rows[0]?.found ?? 0;
    }),
  countMine: (scope, personId) =>
    reading(db, scope, async (tx) => {
      const { open, waiting } = await tx
        .selectFrom('cases')
        .select([
          sql<number>`count(*)::int`.as('open'),
          sql<number>`count(*) filter (where status = 'waitingOnRequester')::int`.as('waiting'),
        ])
        .where(inScope(scope))
        .where('requester', '=', personId)
        .where(sql<boolean>`is_open`)
        .executeTakeFirstOrThrow();
      return { open, waiting };
    }),
});

async function find(
  db: Kysely<Database>,
  scope: Scope,
  ref: { readonly id: string } | { readonly number: string },
): Promise<Case | undefined> {
  if ('id' in ref && !isId(ref.id)) return undefined;
  const named = 'id' in ref ? sql`id = ${ref.id}` : sql`number = ${ref.number}`;
  return once(db, scope, 'read only', async (tx) => {
    const { rows } = await sql<CaseRecord>`select ${everything} from cases where ${named} and ${inScope(scope)}`.execute(tx);
    return rows[0] && toCase(rows[0]);
  });
}

/** Written once: naming so many columns one by one is most of what making a small question costs. */
const everything = sql.raw(caseColumns.join(', '));

export async function lockCase(tx: Tx, tenantId: string, id: string): Promise<Case | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<CaseRecord>`select ${everything} from cases where tenant_id = ${tenantId} and id = ${id} for update`.execute(
    tx,
  );
  return rows[0] && toCase(rows[0]);
}

/** The case was saved by somebody else since it was read; under its lock that can't happen. */
export class VersionLost extends Error {
  override readonly name = 'VersionLost';
}

/** @param before as it was read under the lock, if it was: its words are taken up again only where they changed */
export async function saveCase(tx: Tx, case_: Case, expected: number, before: Case | undefined): Promise<void> {
  const { tenant_id, id, ...columns } = toRecord(case_);
  const sameWords = before && before.title === case_.title && before.description === case_.description;
  const words = sameWords ? {} : { words: addedWords(wordsOf(case_.title, case_.description)) };
  if (before && before.desk !== case_.desk) await moveWords(tx, case_, before.desk);
  const { numUpdatedRows } = await tx
    .updateTable('cases')
    .set({ ...columns, ...words })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .where('version', '=', expected)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new VersionLost(`case ${id} is not at version ${expected}`);
}

/** Makes what everybody may read in these events findable; what engineers note among themselves never is. */
export async function addWords(tx: Tx, tenantId: string, caseId: string, events: readonly CaseEvent[]): Promise<void> {
  const said = events.filter((event) => !isInternal(event)).flatMap((event) => ('text' in event ? [event.text] : []));
  const words = wordsOf(...said);
  if (words.length === 0) return;
  await tx
    .updateTable('cases')
    .set({ words: addedWords(words) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', caseId)
    .execute();
}

/** Engineers search among the words of their own desk: a case that is moved is found at the new one, and no more at the old. */
const moveWords = (tx: Tx, { tenantId, id, desk }: Case, from: string) =>
  tx
    .updateTable('cases')
    .set({ words: sql<string>`ts_delete(words, ${`d:${from}`}) || array_to_tsvector(${[`d:${desk}`]}::text[])` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();

/** Up to a measure: a value of this type may not exceed 1 MB, and a comment more important than its being found must not fail by it. */
const addedWords = (words: readonly string[]) =>
  sql<string>`case when length(words) < 4000 then words || array_to_tsvector(${[...words]}::text[]) else words end`;
