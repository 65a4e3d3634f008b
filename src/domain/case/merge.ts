import { desks } from '../catalogue/desks.ts';
import { limits } from '../catalogue/field.ts';
import type { Refusal } from '../errors.ts';
import type { Fault } from '../faults.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Case } from './case.ts';
import type { Happening } from './events.ts';
import { isOpen } from './lifecycle.ts';

/**
 * AG-4: whether a duplicate goes into this case. Only an open case takes one, and a duplicate is closed by it: so no chain of them ever
 * comes back to where it began.
 */
export function mergeable(duplicate: Case, into: Case): Result<true, Refusal> {
  const fault = mergeFault(duplicate, into);
  return fault ? refuse({ code: 'invalid', issues: [{ field: 'into', fault }] }) : ok(true);
}

function mergeFault(duplicate: Case, into: Case): Fault | undefined {
  if (into.id === duplicate.id) return { is: 'sameCase' };
  if (into.id === duplicate.support?.partOf?.id) return { is: 'itsWhole' };
  if (into.tenantId !== duplicate.tenantId) return { is: 'otherOrganisation' };
  return isOpen(into.status) ? undefined : { is: 'caseClosed' };
}

/** What the other case gets: a trace, and whoever hears of the duplicate, as far as there is room. */
export function takenIn(into: Case, duplicate: Case): Happening {
  const more = duplicate.contacts.filter((address) => !into.contacts.includes(address));
  const contacts = more.slice(0, Math.max(0, limits.contacts - into.contacts.length));
  return { type: 'mergedFrom', caseId: duplicate.id, number: duplicate.number, contacts, left: more.length - contacts.length };
}

/** As what the desk closes a duplicate. */
export const mergedAs = ({ desk }: Case) => desks[desk].merged;
