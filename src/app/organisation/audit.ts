import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { internalHappenings } from '../../domain/case/events.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { byteOrderMark, csvLine } from '../exports/csv.ts';
import type { AuditRow } from '../ports.ts';
import { recordRefusal } from '../refused.ts';

/**
 * How much of a row leaves the operator: all of it; all but which of the desk's people it was (G-7); or its place in the chain alone,
 * where it speaks of what is internal (G-5). Each has its hashes, so the chain can be followed without a gap, and whoever has a
 * row `whole` can reckon its hash anew (docs/operations.md).
 */
export const shownParts = ['whole', 'withoutPerson', 'chainOnly'] as const;

/** A row of the export; what is not shown, or was erased, is `null`. */
export interface AuditLine {
  readonly seq: number;
  readonly shown: (typeof shownParts)[number];
  readonly at: string | null;
  readonly actorTenantId: string | null;
  readonly actorId: string | null;
  /** The person's name; for people of the desk their organisation's. */
  readonly actorName: string | null;
  readonly action: string | null;
  readonly outcome: 'done' | 'refused' | null;
  readonly caseId: string | null;
  /** JSON, in a `whole` row to the letter. */
  readonly details: string | null;
  readonly salt: string | null;
  readonly detailsDigest: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

export const auditFormats = ['json', 'csv'] as const;
type Format = (typeof auditFormats)[number];

export interface AuditRequest {
  readonly format: Format;
  /** Rows after the one of this number. */
  readonly after: number;
  readonly limit: number;
}

export interface AuditFile {
  readonly name: string;
  /** Begins with the first page, so what can't be read is known before anything is sent. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** Rows of one export; whoever wants more asks again, after the last. */
export const mostAuditRows = 100_000;
const pageSize = 1_000;

/** G-15: the tenant's own trail as a file, read page by page while it is sent. */
export async function exportAudit(deps: Deps, by: Principal, request: AuditRequest): Promise<Result<AuditFile, Refusal>> {
  if (!may(by, 'exportAudit')) return recordRefusal(deps, by, 'audit.export', null, { code: 'notAllowed', action: 'exportAudit' });
  return ok(auditFile(deps, by, request));
}

/** The same for a reader who is known to may. */
export function auditFile(deps: Deps, by: Principal, request: AuditRequest): AuditFile {
  const pages = auditLines(deps, by, request);
  const content = request.format === 'csv' ? asCsv(pages) : asJson(pages, by.tenantId, request.limit);
  return { name: `audit-${deps.now().slice(0, 10)}.${request.format}`, content };
}

/** Pages of a tenant's trail, as this reader may have it. */
export async function* auditLines(
  deps: Deps,
  by: Principal,
  { after, limit }: Omit<AuditRequest, 'format'>,
): AsyncIterable<readonly AuditLine[]> {
  const organisations = new Map<string, string>();
  for (let from = after, left = limit; left > 0; ) {
    const asked = Math.min(left, pageSize);
    const rows = await deps.store.audit.page(by.tenantId, from, asked);
    for (const { actorTenantId: id } of rows) {
      if (id !== by.tenantId && !organisations.has(id)) organisations.set(id, await deps.directory.tenantName(id));
    }
    yield rows.map((row) => lineOf(row, by, organisations));
    if (rows.length < asked) return;
    from = rows.at(-1)?.seq ?? from;
    left -= rows.length;
  }
}

function lineOf(row: AuditRow, by: Principal, organisations: ReadonlyMap<string, string>): AuditLine {
  const { seq, previousHash, hash } = row;
  const ours = row.actorTenantId === by.tenantId;
  const internal = clockActions.has(row.action) || (!ours && internalActions.has(row.action));
  if (internal && by.kind !== 'operator') return { ...hidden, seq, shown: 'chainOnly', previousHash, hash };
  const { at, actorTenantId, action, outcome, caseId, detailsDigest } = row;
  const facts = { seq, at, actorTenantId, action, outcome, caseId, detailsDigest, previousHash, hash };
  const { name, ...rest } = row.details ? (JSON.parse(row.details.text) as { readonly name?: unknown }) : {};
  if (!ours && by.kind !== 'operator') {
    const details = row.details && JSON.stringify(rest);
    return { ...facts, shown: 'withoutPerson', actorId: null, actorName: organisations.get(actorTenantId) ?? null, details, salt: null };
  }
  const actorName = typeof name === 'string' ? name : null;
  return { ...facts, shown: 'whole', actorId: row.actorId, actorName, details: row.details?.text ?? null, salt: row.details?.salt ?? null };
}

const internalActions: ReadonlySet<string> = new Set(['case.note']);
/** Timers whose events are internal. Case Desk itself acts then, which is of the tenant at hand. */
const clockActions: ReadonlySet<string> = new Set([...internalHappenings].map((type) => `clock.${type}`));
const hidden = {
  at: null,
  actorTenantId: null,
  actorId: null,
  actorName: null,
  action: null,
  outcome: null,
  caseId: null,
  details: null,
  salt: null,
  detailsDigest: null,
} as const;

const columns = [
  'seq',
  'shown',
  'at',
  'actorTenantId',
  'actorId',
  'actorName',
  'action',
  'outcome',
  'caseId',
  'details',
  'salt',
  'detailsDigest',
  'previousHash',
  'hash',
] as const satisfies readonly (keyof AuditLine)[];

const bytes = (text: string): Uint8Array => Buffer.from(text);

async function* asCsv(pages: AsyncIterable<readonly AuditLine[]>): AsyncIterable<Uint8Array> {
  let before = byteOrderMark + csvLine(columns);
  for await (const lines of pages) {
    yield bytes(before + lines.map((line) => csvLine(columns.map((column) => line[column]))).join(''));
    before = '';
  }
}

async function* asJson(pages: AsyncIterable<readonly AuditLine[]>, tenantId: string, limit: number): AsyncIterable<Uint8Array> {
  let before = `{"tenantId":${JSON.stringify(tenantId)},"items":[`;
  let sent = 0;
  let last: number | null = null;
  for await (const lines of pages) {
    yield bytes(before + lines.map((line, i) => `${sent + i > 0 ? ',' : ''}\n${JSON.stringify(line)}`).join(''));
    before = '';
    sent += lines.length;
    last = lines.at(-1)?.seq ?? last;
  }
  yield bytes(`\n],"next":${sent === limit ? last : null}}\n`);
}
