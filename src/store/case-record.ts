import type { Selection } from 'kysely';
import type { CaseRow } from '../app/ports.ts';
import type { Case, Closed } from '../domain/case/case.ts';
import type { FileRef } from '../domain/case/events.ts';
import type { Improper } from '../domain/case/improper.ts';
import type { Status } from '../domain/case/lifecycle.ts';
import type { Filed } from '../domain/case/refile.ts';
import type { SupportState } from '../domain/case/support-state.ts';
import type { Severity } from '../domain/catalogue/attributes.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import type { FormValues } from '../domain/catalogue/field.ts';
import type { CaseTable, Database } from './schema.ts';

/** A case as lists need it. */
export const rowColumns = [
  'tenant_id',
  'id',
  'number',
  'version',
  'public_version',
  'desk',
  'case_type',
  'title',
  'country',
  'severity',
  'break_fix',
  'support_language',
  'around_the_clock',
  'on_behalf_of',
  'filed_by_domain',
  'stage',
  'status',
  'opened_by',
  'opened_by_name',
  'requester',
  'requester_name',
  'assigned_to',
  'assigned_to_name',
  'opened_at',
  'updated_at',
  'closed',
  'escalated_at',
  'first_response_at',
  'first_response_due_at',
  'outage_id',
] as const satisfies readonly (keyof CaseTable)[];

export const caseColumns = [
  ...rowColumns,
  'support',
  'description',
  'particulars',
  'filed',
  'contacts',
  'files',
  'target_from',
  'improper_of',
  'improper_at',
] as const;

type RowRecord = Selection<Database, 'cases', (typeof rowColumns)[number]>;
/** A case as its table has it. */
export type CaseRecord = Selection<Database, 'cases', (typeof caseColumns)[number]>;

export const toRow = (record: RowRecord): CaseRow => ({
  tenantId: record.tenant_id,
  id: record.id,
  number: record.number,
  version: record.version,
  publicVersion: record.public_version,
  desk: record.desk as DeskId,
  caseType: record.case_type,
  title: record.title,
  country: record.country,
  severity: record.severity as Severity | null,
  breakFix: record.break_fix,
  supportLanguage: record.support_language,
  aroundTheClock: record.around_the_clock,
  onBehalfOf: record.on_behalf_of,
  filedByDomain: record.filed_by_domain,
  stage: record.stage,
  status: record.status as Status,
  openedBy: { id: record.opened_by, name: record.opened_by_name },
  requester: { id: record.requester, name: record.requester_name },
  assignedTo: record.assigned_to === null ? null : { id: record.assigned_to, name: record.assigned_to_name ?? '' },
  openedAt: record.opened_at.toISOString(),
  updatedAt: record.updated_at.toISOString(),
  closed: record.closed as Closed | null,
  escalatedAt: record.escalated_at?.toISOString() ?? null,
  firstResponseAt: record.first_response_at?.toISOString() ?? null,
  outageId: record.outage_id,
  firstResponseDueAt: record.first_response_due_at?.toISOString() ?? null,
});

export const toCase = (record: CaseRecord): Case => ({
  ...toRow(record),
  description: record.description,
  particulars: record.particulars as FormValues,
  filed: record.filed as readonly Filed[],
  contacts: record.contacts as readonly string[],
  files: record.files as readonly FileRef[],
  targetFrom: record.target_from.toISOString(),
  support: record.support as SupportState | null,
  improper: improperOf(record),
});

const improperOf = ({ improper_of: partner, improper_at: at }: CaseRecord): Improper | null =>
  partner !== null && at !== null ? { partner, at: at.toISOString() } : null;

/** Every column but those the database works out and the words to search for; JSON as JSON. */
export const recordFor = (case_: Case) => ({
  tenant_id: case_.tenantId,
  id: case_.id,
  number: case_.number,
  version: case_.version,
  public_version: case_.publicVersion,
  desk: case_.desk,
  case_type: case_.caseType,
  title: case_.title,
  description: case_.description,
  country: case_.country,
  particulars: case_.particulars,
  filed: case_.filed,
  contacts: case_.contacts,
  files: case_.files,
  severity: case_.severity,
  break_fix: case_.breakFix,
  support_language: case_.supportLanguage,
  around_the_clock: case_.aroundTheClock,
  on_behalf_of: case_.onBehalfOf,
  filed_by_domain: case_.filedByDomain,
  stage: case_.stage,
  status: case_.status,
  opened_by: case_.openedBy.id,
  opened_by_name: case_.openedBy.name,
  requester: case_.requester.id,
  requester_name: case_.requester.name,
  assigned_to: case_.assignedTo?.id ?? null,
  assigned_to_name: case_.assignedTo?.name ?? null,
  opened_at: case_.openedAt,
  updated_at: case_.updatedAt,
  closed: case_.closed,
  support: case_.support,
  escalated_at: case_.escalatedAt,
  first_response_at: case_.firstResponseAt,
  outage_id: case_.outageId,
  improper_of: case_.improper?.partner ?? null,
  improper_at: case_.improper?.at ?? null,
  first_response_due_at: case_.firstResponseDueAt,
  target_from: case_.targetFrom,
});
