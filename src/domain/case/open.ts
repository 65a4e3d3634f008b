import { actorOf, type Principal } from '../access/principal.ts';
import type { CaseType, Desk } from '../catalogue/desk.ts';
import type { FormValues } from '../catalogue/field.ts';
import { firstResponseDue, type Programme } from '../sla/programmes.ts';
import type { Case } from './case.ts';
import type { CaseEvent, FileRef } from './events.ts';

/** The fields of a form that are columns of a case; the others are its particulars. */
export const ownColumns: ReadonlySet<string> = new Set(['title', 'description', 'country', 'contacts']);

export interface Opening {
  readonly id: string;
  readonly number: string;
  readonly desk: Desk;
  readonly caseType: CaseType;
  /** Checked by the form's own rules (`forms/values.ts`). */
  readonly values: FormValues;
  readonly files: readonly FileRef[];
  readonly by: Principal;
  /** The tenant the case is for. */
  readonly tenantId: string;
  /** CS-3: by which domain of it, where it is filed as an exception. */
  readonly filedByDomain?: string | null;
  /** Instant, ISO 8601 in UTC. */
  readonly now: string;
  /** What the desk promises. */
  readonly programme: Programme;
}

/** G-1: a new case and its first event. */
export function open({ id, number, desk, caseType, values, files, by, tenantId, filedByDomain = null, now, programme }: Opening): {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
} {
  const requester = { id: by.personId, name: by.name };
  const attributes = {
    ...desk.attributes,
    ...(caseType.stages && { stage: caseType.stages[0]?.id ?? null }),
    ...caseType.attributes?.(values),
    supportLanguage: by.locale,
  };
  return {
    case: {
      ...attributes,
      onBehalfOf: tenantId === by.tenantId ? null : by.tenantId,
      filedByDomain,
      id,
      number,
      tenantId,
      desk: desk.id,
      caseType: caseType.id,
      title: String(values['title']),
      description: String(values['description']),
      country: (values['country'] as string | undefined) ?? null,
      particulars: Object.fromEntries(Object.entries(values).filter(([field]) => !ownColumns.has(field))),
      filed: [],
      contacts: (values['contacts'] as readonly string[] | undefined) ?? [],
      files,
      status: 'new',
      openedBy: requester,
      requester,
      assignedTo: null,
      openedAt: now,
      updatedAt: now,
      closed: null,
      support: null,
      escalatedAt: null,
      outageId: null,
      improper: null,
      firstResponseAt: null,
      firstResponseDueAt: firstResponseDue(attributes, now, programme),
      targetFrom: now,
      version: 1,
      publicVersion: 1,
    },
    events: [{ type: 'opened', files, seq: 1, at: now, actor: actorOf(by) }],
  };
}
