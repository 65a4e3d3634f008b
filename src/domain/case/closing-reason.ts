import type { DeskId } from '../catalogue/desk.ts';
import { desks } from '../catalogue/desks.ts';
import type { Refusal } from '../errors.ts';
import type { Fault } from '../faults.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Closing } from './lifecycle.ts';

/** G-6: the desk declares for each closing whether a reason is picked, fixed or forbidden; no path skips it. @returns the reason to keep */
export function closingReason(desk: DeskId, closing: Closing, given: string | null): Result<string | null, Refusal> {
  const reasons = desks[desk].reasons[closing];
  const wrong = (fault: Fault) => refuse({ code: 'invalid', issues: [{ field: 'reason', fault }] } as const);
  switch (reasons.kind) {
    case 'picked':
      if (given === null) return wrong({ is: 'required' });
      return reasons.from.includes(given) ? ok(given) : wrong({ is: 'notAnOption' });
    case 'fixed':
      return given === null || given === reasons.reason ? ok(reasons.reason) : wrong({ is: 'notAnOption' });
    case 'forbidden':
      return given === null ? ok(null) : wrong({ is: 'notAnOption' });
  }
}
