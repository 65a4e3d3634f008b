import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ErasePerson, Erasure, FoundPerson, PersonData, PersonSection } from '../app/ports.ts';
import { hasWords } from './has-words.ts';
import type { Database } from './schema.ts';
import { reading, type Tx } from './transaction.ts';

const pageSize = 200;
const mostFound = 20;

interface Source {
  readonly from: RawBuilder<unknown>;
  /** What makes a row the person's, `$` standing for their id. */
  readonly own: (person: string) => RawBuilder<unknown>;
  /** Unique in the section, and what it is ordered by. */
  readonly key: RawBuilder<unknown>;
  readonly row: RawBuilder<unknown>;
}

const byPerson = (person: string) => sql`person_id = ${person}`;

/** G-15: everything that is kept of a person, one row a place. Ids and keys that say nothing to them are left out. */
const sources: Readonly<Record<PersonSection, Source>> = {
  directory: {
    from: sql`people`,
    own: (person) => sql`id::text = ${person}`,
    key: sql`id::text`,
    row: sql`json_build_object('id', id, 'name', name, 'email', email, 'guest', guest, 'language', locale,
      'directoryRoles', directory_roles, 'appRoles', app_roles, 'seenAt', seen_at)`,
  },
  profile: { from: sql`profiles`, own: byPerson, key: sql`person_id`, row: sql`profile` },
  confirmations: {
    from: sql`confirmations`,
    own: byPerson,
    key: sql`id::text`,
    row: sql`json_build_object('address', address, 'sentAt', sent_at, 'endedAt', ended_at)`,
  },
  notes: {
    from: sql`notes`,
    own: byPerson,
    key: sql`kind`,
    row: sql`json_build_object('kind', kind, 'note', note, 'updatedAt', updated_at)`,
  },
  drafts: {
    from: sql`drafts`,
    own: byPerson,
    key: sql`id::text`,
    row: sql`json_build_object('id', id, 'caseType', case_type, 'input', input, 'createdAt', created_at, 'updatedAt', updated_at,
      'corrects', case_id, 'sentAsCase', sent_case_id)`,
  },
  files: {
    from: sql`files`,
    own: (person) => sql`owner_id = ${person} and not internal`,
    key: sql`id::text`,
    row: sql`json_build_object('id', id, 'name', name, 'contentType', content_type, 'size', size, 'caseId', case_id, 'createdAt', created_at)`,
  },
  // G-7: which of the desk's people closed a case leaves the operator with nobody's data.
  cases: {
    from: sql`cases`,
    own: (person) => sql`(opened_by = ${person} or requester = ${person})`,
    key: sql`id::text`,
    row: sql`json_build_object('id', id, 'number', number, 'title', title, 'description', description, 'country', country,
      'particulars', particulars, 'filed', filed, 'contacts', contacts, 'status', status, 'openedAt', opened_at, 'openedBy', opened_by_name, 'requester', requester_name,
      'closed', case when closed->'by'->>'side' = 'desk' then closed #- '{by,id}' #- '{by,name}' else closed end)`,
  },
  entries: {
    from: sql`events`,
    own: (person) => sql`actor->>'id' = ${person} and actor->>'tenantId' = tenant_id::text and not internal`,
    key: sql`case_id::text || ':' || lpad(seq::text, 10, '0')`,
    // Between whom somebody transferred a case is those people's.
    row: sql`json_build_object('caseId', case_id, 'seq', seq, 'at', at, 'type', type,
      'data', case when type = 'transferred' then '{}' else data end)`,
  },
  following: {
    from: sql`followers`,
    own: byPerson,
    key: sql`case_id::text`,
    row: sql`json_build_object('caseId', case_id, 'since', since)`,
  },
  announcements: {
    from: sql`announcement_followers`,
    own: byPerson,
    key: sql`announcement_id`,
    row: sql`json_build_object('announcement', announcement_id, 'title', title, 'since', followed_at, 'toldThrough', told_through)`,
  },
  feedback: {
    from: sql`feedback`,
    own: byPerson,
    key: sql`id::text`,
    row: sql`json_build_object('caseId', case_id, 'useful', useful, 'language', language, 'affectedBy', affected_by, 'words', words, 'at', at)`,
  },
  grants: { from: sql`grants`, own: byPerson, key: sql`role`, row: sql`json_build_object('role', role, 'grantedAt', granted_at)` },
  sessions: {
    from: sql`sessions`,
    own: (person) => sql`person_id::text = ${person}`,
    key: sql`key_digest`,
    row: sql`json_build_object('begunAt', begun_at, 'seenAt', seen_at)`,
  },
  mail: {
    from: sql`mail_recipients`,
    own: (person) => sql`recipient = ${`person:${person}`}`,
    key: sql`recipient`,
    row: sql`json_build_object('language', locale, 'stoppedAt', stopped_at)`,
  },
  machines: {
    from: sql`machines`,
    own: (person) => sql`created_by = ${person}`,
    key: sql`id::text`,
    row: sql`json_build_object('id', id, 'name', name, 'createdAt', created_at)`,
  },
  audit: {
    from: sql`audit left join audit_details using (tenant_id, seq)`,
    own: (person) => sql`actor_id = ${person} and actor_tenant_id = tenant_id`,
    key: sql`lpad(seq::text, 10, '0')`,
    row: sql`json_build_object('seq', seq, 'at', at, 'action', action, 'outcome', outcome, 'caseId', case_id, 'details', details)`,
  },
};

export const personDataOf = (db: Kysely<Database>): PersonData => ({
  page: (tenantId, personId, section, after) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const { from, own, key, row } = sources[section];
      const { rows } = await sql<{ key: string; row: unknown }>`
        select ${key} as key, ${row} as row from ${from}
        where tenant_id = ${tenantId} and ${own(personId)} and ${key} > ${after} order by 1 limit ${pageSize}`.execute(tx);
      return { rows: rows.map(({ row: shown }) => shown), next: rows.length === pageSize ? (rows.at(-1)?.key ?? null) : null };
    }),
  search: (tenantId, words) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const { rows } = await sql<FoundPerson>`
        select id, max(name) as name, max(email) as email from (
          select id::text, name, email from people where tenant_id = ${tenantId}
          union all select opened_by, opened_by_name, '' from cases where tenant_id = ${tenantId}
          union all select requester, requester_name, '' from cases where tenant_id = ${tenantId}
          union all select person_id, person_name, person_email from grants where tenant_id = ${tenantId}
        ) standing
        where name <> '' and ${hasWords(sql`name || ' ' || email`, words)}
        group by id order by 2, 1 limit ${mostFound}`.execute(tx);
      return rows;
    }),
  knows: (tenantId, personId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      for (const { from, own } of Object.values(sources)) {
        const { rows } = await sql`select 1 from ${from} where tenant_id = ${tenantId} and ${own(personId)} limit 1`.execute(tx);
        if (rows.length > 0) return true;
      }
      return false;
    }),
});

export const erasePersonIn =
  (tx: Tx, tenantId: string): ErasePerson =>
  async (personId, { names, addresses }) => {
    for (const following of ['followers', 'announcement_followers'] as const)
      await tx.deleteFrom(following).where('tenant_id', '=', tenantId).where('person_id', '=', personId).execute();
    const { rows } = await sql<{ cases_changed: number; audit_rows: number }>`
      select * from erase_person(${personId}, ${[...addresses]}::text[], ${names === 'erased'})`.execute(tx);
    const restated = names === 'erased' ? await restatedFor(tx, personId) : [];
    return { cases: rows[0]?.cases_changed ?? 0, auditRows: rows[0]?.audit_rows ?? 0, restated };
  };

async function restatedFor(tx: Tx, personId: string): Promise<Erasure['restated']> {
  const { rows } = await sql<{ row_seq: number; digest: string }>`select * from restate_erasures(${personId}) order by row_seq`.execute(tx);
  return rows.map(({ row_seq: seq, digest }) => ({ seq, digest }));
}
