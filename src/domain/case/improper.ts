import type { Refusal } from '../errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Case } from './case.ts';
import type { Happening } from './events.ts';
import { textFault } from './written.ts';

/** CS-10: an engineer found that the partner which opened this case for a customer should have solved it. */
export interface Improper {
  /** Tenant id of the partner, which the case keeps when it is the partner's no more. */
  readonly partner: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

type Marked = Pick<Case, 'onBehalfOf' | 'improper'>;

export const isMarkable = ({ onBehalfOf, improper }: Marked): boolean => onBehalfOf !== null && improper === null;

/** With the reason, which the partner reads; open or closed, and once. */
export function markImproper({ onBehalfOf: partner, improper }: Marked, text: string): Result<readonly Happening[], Refusal> {
  if (improper) return ok([]);
  if (partner === null) return refuse({ code: 'notAllowed', action: 'markImproper', why: 'openedByNoPartner' });
  const fault = textFault(text, true);
  if (fault) return refuse({ code: 'invalid', issues: [{ field: 'text', fault }] });
  return ok([{ type: 'improperMarked', partner, text: text.trim() }]);
}

export const unmarkImproper = ({ improper }: Marked): Result<readonly Happening[], Refusal> =>
  ok(improper ? [{ type: 'improperUnmarked' }] : []);
