import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { caseFor, earlierTimeline, listCases } from '../cases/queries.ts';
import type { Deps } from '../deps.ts';
import { auditLines } from '../organisation/audit.ts';
import type { Tenant } from '../ports.ts';
import type { TimelineEntry } from '../views.ts';
import { tenantReader } from './reader.ts';
import { refusedToOthers } from './tenants.ts';

/**
 * Everything of a tenant, one JSON value a line: the tenant, its cases with their public timelines and the names of their files, the
 * audit trail with its hashes, and a last line that says how much there was, so that a file that was cut short shows it.
 */
export async function exportTenant(
  deps: Deps,
  by: Principal,
  id: string,
): Promise<Result<{ readonly name: string; readonly content: AsyncIterable<Uint8Array> }, Refusal>> {
  const refused = await refusedToOthers(deps, by, 'tenant.export');
  if (refused) return refused;
  const tenant = await deps.store.tenants.find(id);
  if (!tenant || tenant.state === 'removed' || tenant.state === 'removing') return refuse({ code: 'notFound' });
  return ok({ name: `tenant-${tenant.id}-${deps.now().slice(0, 10)}.jsonl`, content: linesOf(deps, by, tenant) });
}

const line = (kind: string, value: object): Uint8Array => Buffer.from(`${JSON.stringify({ kind, ...value })}\n`);

async function* linesOf(deps: Deps, by: Principal, tenant: Tenant): AsyncGenerator<Uint8Array> {
  const reader = tenantReader(tenant, { id: 'export', name: 'export', locale: by.locale });
  const { id, name, kind, registeredAt } = tenant;
  yield line('tenant', { tenant: { id, name, kind, registeredAt }, exportedAt: deps.now() });
  // First the trail: what changes after its last row leaves another one, which this export does not claim to hold.
  let auditSeq = 0;
  for await (const rows of auditLines(deps, reader, { after: 0, limit: Number.POSITIVE_INFINITY })) {
    for (const row of rows) yield line('audit', { row });
    auditSeq = rows.at(-1)?.seq ?? auditSeq;
  }
  let cases = 0;
  for await (const whole of casesOf(deps, reader)) {
    yield line('case', { case: whole });
    cases += 1;
  }
  yield line('end', { cases, auditRows: auditSeq });
  // Only here has all of it been taken.
  await noteExport(deps, by, tenant.id, { cases, auditSeq });
}

async function* casesOf(deps: Deps, reader: Principal): AsyncGenerator<object> {
  const filter = { list: 'company', state: 'all', words: null, desk: null, country: null, status: null, limit: limits.page } as const;
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(deps, reader, { ...filter, cursor });
    if (!page.ok) return;
    for (const { id } of page.value.items) {
      const found = await caseFor(deps, reader, { id });
      if (!found.ok) continue;
      const { permitted: _, reasons: __, actingAs: ___, earlierEntries, timeline, ...facts } = found.value;
      yield { ...facts, timeline: [...(await before(deps, reader, id, { timeline, earlierEntries })), ...timeline] };
    }
    cursor = page.value.next;
    if (cursor === null) return;
  }
}

/** What of a long timeline a case's first page leaves out. */
async function before(
  deps: Deps,
  reader: Principal,
  caseId: string,
  shown: { readonly timeline: readonly TimelineEntry[]; readonly earlierEntries: number },
): Promise<readonly TimelineEntry[]> {
  const pages: (readonly TimelineEntry[])[] = [];
  for (let [left, first] = [shown.earlierEntries, shown.timeline[0]?.seq ?? 1]; left > 0; ) {
    const page = await earlierTimeline(deps, reader, caseId, { before: first, limit: 100 });
    if (!page.ok || page.value.items.length === 0) break;
    pages.unshift(page.value.items);
    left = page.value.earlier;
    first = page.value.items[0]?.seq ?? 1;
  }
  return pages.flat();
}

async function noteExport(
  deps: Deps,
  by: Principal,
  id: string,
  { cases, auditSeq }: { readonly cases: number; readonly auditSeq: number },
) {
  await deps.store.tenants.change(by.tenantId, async (tx) => {
    const tenant = await tx.lock(id);
    if (!tenant) return;
    await tx.save({ ...tenant, exported: { at: tx.now, auditSeq } });
    const details = { name: by.name, tenant: id, tenantName: tenant.name, cases, auditRows: auditSeq };
    const actor = { actorTenantId: by.tenantId, actorId: by.personId };
    await tx.appendAudit({ ...actor, action: 'tenant.export', outcome: 'done', caseId: null, details });
  });
}
