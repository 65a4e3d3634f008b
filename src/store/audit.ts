import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { AuditEntry } from '../app/ports.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { inSnapshot, type Tx } from './transaction.ts';

/** A row of the chain, without what may be erased: `details` are in it by their digest alone (G-15). */
interface Link {
  readonly tenantId: string;
  readonly seq: number;
  readonly at: string;
  readonly actorTenantId: string;
  readonly actorId: string;
  readonly action: string;
  readonly outcome: string;
  readonly caseId: string | null;
  readonly detailsDigest: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Salted, so that nobody can find out erased details by trying. */
const digestOf = (salt: string, details: string): string => sha256(`${salt}\n${details}`);

const hashOf = (previous: string, link: Link): string =>
  sha256(
    previous +
      JSON.stringify([
        link.tenantId,
        link.seq,
        link.at,
        link.actorTenantId,
        link.actorId,
        link.action,
        link.outcome,
        link.caseId,
        link.detailsDigest,
      ]),
  );

/** Appends to the tenant's chain. Its head stays locked until the transaction ends, so that there is one order. */
export async function appendAudit(tx: Tx, tenantId: string, now: string, entry: AuditEntry): Promise<void> {
  const head = await tx
    .insertInto('audit_heads')
    .values({ tenant_id: tenantId, seq: 1, hash: '' })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ seq: sql`audit_heads.seq + 1` }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const salt = randomBytes(16).toString('hex');
  const details = JSON.stringify(entry.details);
  const link: Link = {
    tenantId,
    seq: head.seq,
    at: now,
    actorTenantId: entry.actorTenantId,
    actorId: entry.actorId,
    action: entry.action,
    outcome: entry.outcome,
    // A refused attempt may name anything at all.
    caseId: entry.caseId !== null && isId(entry.caseId) ? entry.caseId : null,
    detailsDigest: digestOf(salt, details),
  };
  const hash = hashOf(head.hash, link);
  await sql`
    with link as (
      insert into audit (tenant_id, seq, at, actor_tenant_id, actor_id, action, outcome, case_id, details_digest, prev_hash, hash)
      values (${tenantId}, ${link.seq}, ${now}, ${link.actorTenantId}, ${link.actorId}, ${link.action}, ${link.outcome}, ${link.caseId},
        ${link.detailsDigest}, ${head.hash}, ${hash})
    ), erasable as (
      insert into audit_details (tenant_id, seq, salt, details) values (${tenantId}, ${link.seq}, ${salt}, ${details})
    )
    update audit_heads set hash = ${hash} where tenant_id = ${tenantId}`.execute(tx);
}

export type Verdict = { readonly ok: true; readonly rows: number } | { readonly ok: false; readonly firstBad: number };

const batch = 1_000;

/** Follows the tenant's chain from its beginning to its head (F-34). Erased details are no fault; changed ones are. */
export function verifyAudit(db: Kysely<Database>, tenantId: string): Promise<Verdict> {
  return inSnapshot(db, { kind: 'tenant', tenantId }, async (tx) => {
    const head = await tx.selectFrom('audit_heads').select(['seq', 'hash']).where('tenant_id', '=', tenantId).executeTakeFirst();
    const last = head?.seq ?? 0;
    let hash = '';
    for (let seq = 0; ; ) {
      const rows = await rowsAfter(tx, tenantId, seq);
      for (const row of rows) {
        seq += 1;
        const genuine = row.seq === seq && row.prev_hash === hash && row.hash === hashOf(hash, linkOf(row)) && detailsGenuine(row);
        if (!genuine || seq > last) return { ok: false, firstBad: seq };
        hash = row.hash;
      }
      if (rows.length < batch) {
        if (seq !== last) return { ok: false, firstBad: seq + 1 };
        return hash === (head?.hash ?? '') ? { ok: true, rows: last } : { ok: false, firstBad: last };
      }
    }
  });
}

const rowsAfter = (tx: Tx, tenantId: string, seq: number) =>
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
    .limit(batch)
    .execute();

type AuditRecord = Awaited<ReturnType<typeof rowsAfter>>[number];

const linkOf = (row: AuditRecord): Link => ({
  tenantId: row.tenant_id,
  seq: row.seq,
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
