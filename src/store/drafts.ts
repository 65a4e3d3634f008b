import { CompiledQuery, type Kysely, type Selectable, sql } from 'kysely';
import type { Draft, Store } from '../app/ports.ts';
import { type FormInput, limits } from '../domain/catalogue/field.ts';
import { isId } from './ids.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx, within } from './transaction.ts';

const toDraft = (record: Selectable<Database['drafts']>): Draft => ({
  id: record.id,
  tenantId: record.tenant_id,
  personId: record.person_id,
  caseType: record.case_type,
  onBehalfOf: record.on_behalf_of,
  filedByDomain: record.filed_by_domain,
  corrects: record.case_id === null ? null : { caseId: record.case_id, version: record.case_version ?? 0 },
  input: record.input as FormInput,
  createdAt: record.created_at.toISOString(),
  updatedAt: record.updated_at.toISOString(),
  sent: sentIn(record),
});

export const draftsOf = (db: Kysely<Database>): Store['drafts'] => ({
  list: (tenantId, personId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('drafts')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('sent_case_id', 'is', null)
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limits.drafts)
        .execute();
      return records.map(toDraft);
    }),
  find: async (tenantId, personId, id) => {
    if (!isId(id)) return undefined;
    return once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await own(tx, tenantId, personId, id);
      return record && toDraft(record);
    });
  },
  insert: ({ id, tenantId, personId, caseType, onBehalfOf, filedByDomain = null, corrects, input }) =>
    within(db, { kind: 'tenant', tenantId }, async (tx) => {
      const draft = {
        ...{ tenant_id: tenantId, id, person_id: personId, case_type: caseType },
        ...{ on_behalf_of: onBehalfOf, filed_by_domain: filedByDomain },
        ...{ case_id: corrects?.caseId ?? null, case_version: corrects?.version ?? null },
        input: JSON.stringify(input),
      };
      const fresh = await tx
        .insertInto('drafts')
        .values(draft)
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      const before = () =>
        corrects ? ofCase(tx, tenantId, personId, corrects.caseId).executeTakeFirst() : own(tx, tenantId, personId, id);
      const kept = fresh ?? (await before());
      if (!kept) throw new TypeError('another person’s draft has this id');
      return toDraft(kept);
    }),
  correcting: (tenantId, personId, caseId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const record = await ofCase(tx, tenantId, personId, caseId).executeTakeFirst();
      return record && toDraft(record);
    }),
  rebase: (tenantId, personId, id, version) =>
    within(db, { kind: 'tenant', tenantId }, async (tx) => {
      const record = await tx
        .updateTable('drafts')
        .set({ case_version: version, updated_at: sql<string>`clock_timestamp()` })
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .where('case_id', 'is not', null)
        .where('sent_case_id', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return record && toDraft(record);
    }),
  save: async (tenantId, personId, id, input) => {
    if (!isId(id)) return undefined;
    return within(db, { kind: 'tenant', tenantId }, async (tx) => {
      const record = await tx
        .updateTable('drafts')
        .set({ input: JSON.stringify(input), updated_at: sql<string>`clock_timestamp()` })
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .where('sent_case_id', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return record && toDraft(record);
    });
  },
  remove: async (tenantId, personId, id) => {
    if (!isId(id)) return;
    await within(db, { kind: 'tenant', tenantId }, (tx) =>
      tx
        .deleteFrom('drafts')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .where('sent_case_id', 'is', null)
        .execute(),
    );
  },
});

const ownText = 'select * from drafts where tenant_id = $1 and person_id = $2 and id = $3';

/** Text, made once: each press of a form's button begins with it. */
async function own(tx: Tx, tenantId: string, personId: string, id: string): Promise<Selectable<Database['drafts']> | undefined> {
  const { rows } = await tx.executeQuery(CompiledQuery.raw(ownText, [tenantId, personId, id]));
  return rows[0] as Selectable<Database['drafts']> | undefined;
}

const ofCase = (tx: Tx, tenantId: string, personId: string, caseId: string) =>
  tx
    .selectFrom('drafts')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('case_id', '=', caseId)
    .where('sent_case_id', 'is', null);

type SentRecord = Pick<Selectable<Database['drafts']>, 'sent_case_id' | 'sent_digest'>;

const lockedSent = prepared('select sent_case_id, sent_digest from drafts where tenant_id = $1 and person_id = $2 and id = $3 for update');

export async function lockDraft(tx: Tx, tenantId: string, personId: string, id: string): Promise<Pick<Draft, 'sent'> | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await tx.executeQuery(CompiledQuery.raw(lockedSent, [tenantId, personId, id]) as CompiledQuery<SentRecord>);
  return rows[0] && { sent: sentIn(rows[0]) };
}

const sentIn = ({ sent_case_id, sent_digest }: SentRecord): Draft['sent'] =>
  sent_case_id === null ? null : { caseId: sent_case_id, digest: sent_digest ?? '' };

export async function markSent(
  tx: Tx,
  tenantId: string,
  id: string,
  sent: { readonly caseId: string; readonly digest: string },
): Promise<void> {
  await tx
    .updateTable('drafts')
    .set({ sent_case_id: sent.caseId, sent_digest: sent.digest })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
