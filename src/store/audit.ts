import { randomBytes } from 'node:crypto';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { AuditEntry, AuditRow, Store } from '../app/ports.ts';
import { digestOf, sha256 } from './audit-digest.ts';
import { send } from './entry.ts';
import { isId } from './ids.ts';
import { prepared } from './prepared.ts';
import { erasuresOnRecord } from './restated.ts';
import type { Database } from './schema.ts';
import { inSnapshot, reading, type Tx } from './transaction.ts';

/** What a row of the chain says. Of what may be erased, the `details`, the chain holds the digest alone (G-15). */
interface Link {
  readonly tenantId: string;
  readonly at: string;
  readonly actorTenantId: string;
  readonly actorId: string;
  readonly action: string;
  readonly outcome: string;
  readonly caseId: string | null;
  readonly detailsDigest: string;
}

const factsOf = ({ tenantId, at, actorTenantId, actorId, action, outcome, caseId, detailsDigest }: Link): string =>
  JSON.stringify([tenantId.toLowerCase(), at, actorTenantId.toLowerCase(), actorId, action, outcome, caseId, detailsDigest]);

/** As the database's `append_audit` reckons it. */
const hashOf = (previous: string, seq: number, link: Link): string => sha256(previous + seq + factsOf(link));

export async function appendAudit(tenantId: string, now: string, entry: AuditEntry): Promise<void> {
  await send(CompiledQuery.raw(appended, [...auditArguments(tenantId, now, entry)]));
}

const appended = prepared('select append_audit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)');

/** What the database's function `append_audit` takes, in its order. */
export function auditArguments(tenantId: string, now: string, entry: AuditEntry): readonly (string | null)[] {
  const salt = randomBytes(16).toString('hex');
  const details = JSON.stringify(entry.details);
  const { actorTenantId, actorId, action, outcome } = entry;
  // A refused attempt may name anything at all.
  const caseId = entry.caseId !== null && isId(entry.caseId) ? entry.caseId.toLowerCase() : null;
  const detailsDigest = digestOf(salt, details);
  const facts = factsOf({ tenantId, at: now, actorTenantId, actorId, action, outcome, caseId, detailsDigest });
  return [tenantId, now, actorTenantId, actorId, action, outcome, caseId, facts, detailsDigest, salt, details];
}

/**
 * `head` is the last row's hash: kept elsewhere, it shows later that what stood until then is still the same. `erased` counts the rows whose
 * details are gone, `onRecord` those of which the trail itself says that they were erased (G-15).
 */
export type Verdict =
  | { readonly ok: true; readonly rows: number; readonly erased: number; readonly onRecord: number; readonly head: string }
  | { readonly ok: false; readonly firstBad: number; readonly fault: 'changed' | 'missing' | 'added' };

const batch = 1_000;

/** Follows the tenant's chain from its beginning to its head (F-34). Erased details are no fault; changed ones are. */
export function verifyAudit(db: Kysely<Database>, tenantId: string): Promise<Verdict> {
  return inSnapshot(db, { kind: 'tenant', tenantId }, async (tx) => {
    const head = await tx.selectFrom('audit_heads').select(['seq', 'hash']).where('tenant_id', '=', tenantId).executeTakeFirst();
    const last = head?.seq ?? 0;
    let hash = '';
    let erased = 0;
    const erasures = erasuresOnRecord();
    for (let seq = 0; ; ) {
      const rows = await rowsAfter(tx, tenantId, seq, batch);
      for (const row of rows) {
        seq += 1;
        if (row.seq !== seq) return { ok: false, firstBad: seq, fault: 'missing' };
        if (seq > last) return { ok: false, firstBad: seq, fault: 'added' };
        const linked = row.prev_hash === hash && row.hash === hashOf(hash, seq, linkOf(row));
        if (!linked || !(detailsGenuine(row) || erasures.mayBeRestated(row))) return { ok: false, firstBad: seq, fault: 'changed' };
        hash = row.hash;
        if (row.details === null) erased += 1;
        else if (detailsGenuine(row)) erasures.found(row);
      }
      if (rows.length === batch) continue;
      // A trail that is gone to its last row: no case is opened without leaving one.
      if (seq !== last || (seq === 0 && (await hasCases(tx, tenantId)))) return { ok: false, firstBad: seq + 1, fault: 'missing' };
      const unexplained = erasures.unexplained();
      if (unexplained !== undefined) return { ok: false, firstBad: unexplained, fault: 'changed' };
      return hash === (head?.hash ?? '')
        ? { ok: true, rows: last, erased, onRecord: erasures.rows(), head: hash }
        : { ok: false, firstBad: last, fault: 'changed' };
    }
  });
}

const hasCases = async (tx: Tx, tenantId: string): Promise<boolean> =>
  (await tx.selectFrom('cases').select('id').where('tenant_id', '=', tenantId).limit(1).executeTakeFirst()) !== undefined;

/** Every tenant that has a trail or should have one. For the operator's own tools: it looks past the tenants' lock, as the tables' owner. */
export async function auditedTenants(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ tenant_id: string }>`
    select tenant_id from audit_heads union select tenant_id from audit union select tenant_id from cases order by 1`.execute(db);
  return rows.map((row) => row.tenant_id);
}

const mostRows = 1_000;

/** The port of `app/ports.ts`. */
export const auditOf = (db: Kysely<Database>): Store['audit'] => ({
  page: (tenantId, after, limit) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const rows = await rowsAfter(tx, tenantId, after, Math.min(mostRows, Math.max(1, Math.trunc(limit))));
      return rows.map(rowOf);
    }),
});

const rowsAfter = (tx: Tx, tenantId: string, seq: number, limit: number) =>
  tx
    .selectFrom('audit')
    .leftJoin('audit_details', (join) =>
      join.onRef('audit_details.tenant_id', '=', 'audit.tenant_id').onRef('audit_details.seq', '=', 'audit.seq'),
    )
    .selectAll('audit')
    .select(['audit_details.salt', sql<string | null>`audit_details.details::text`.as('details')])
    .where('audit.tenant_id', '=', tenantId)
    .where('audit.seq', '>', seq)
    .orderBy('audit.seq')
    .limit(limit)
    .execute();

type AuditRecord = Awaited<ReturnType<typeof rowsAfter>>[number];

const linkOf = (row: AuditRecord): Link => ({
  tenantId: row.tenant_id,
  at: row.at.toISOString(),
  actorTenantId: row.actor_tenant_id,
  actorId: row.actor_id,
  action: row.action,
  outcome: row.outcome,
  caseId: row.case_id,
  detailsDigest: row.details_digest,
});

const detailsGenuine = (row: AuditRecord): boolean =>
  row.salt === null || row.details === null || digestOf(row.salt, row.details) === row.details_digest;

function rowOf(row: AuditRecord): AuditRow {
  const { tenantId: _, ...facts } = linkOf(row);
  const { seq, salt, details, prev_hash: previousHash, hash } = row;
  return {
    ...facts,
    seq,
    outcome: row.outcome as AuditRow['outcome'],
    details: salt === null || details === null ? null : { text: details, salt },
    previousHash,
    hash,
  };
}
