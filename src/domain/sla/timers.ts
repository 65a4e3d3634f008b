import type { Case } from '../case/case.ts';
import type { CaseEvent, Happening } from '../case/events.ts';
import { isOpen } from '../case/lifecycle.ts';
import { partsOpen } from '../case/parts.ts';
import { endsByRecoveryAlone } from '../case/raised-by.ts';
import { desks } from '../catalogue/desks.ts';
import { never } from '../result.ts';
import { dueAt } from './due.ts';
import type { Programme } from './programmes.ts';

/** What the service does by itself when its time has come. A case has one of each kind at most; a later one takes its place. */
export const timerKinds = ['targetNear', 'targetMissed', 'remind', 'closeUnanswered'] as const;
export type TimerKind = (typeof timerKinds)[number];

export interface Timer {
  readonly kind: TimerKind;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** SLA-3, RM-6: what an event sets going on a case, as it stands after it. */
export function timersOf(event: CaseEvent, case_: Case, programme: Programme): readonly Timer[] {
  if (event.type === 'moved' || event.type === 'severityChanged') {
    const due = case_.firstResponseAt === null ? event.firstResponseDueAt : null;
    return due === null ? [] : anotherTarget(due, event.at, programme);
  }
  const begins = event.type === 'opened' || (event.type === 'statusChanged' && event.step === 'reopen');
  if (begins) return case_.firstResponseDueAt ? targetTimers(case_.firstResponseDueAt, event.at, programme) : [];
  const asked = event.type === 'statusChanged' && event.step === 'ask';
  return asked && !endsByRecoveryAlone(case_) ? answerTimers(event.at, programme) : [];
}

function targetTimers(due: string, from: string, { warnMinutes }: Programme): readonly Timer[] {
  const warning = new Date(Date.parse(due) - warnMinutes * 60_000).toISOString();
  return [...(warning > from ? [{ kind: 'targetNear', at: warning } as const] : []), { kind: 'targetMissed', at: due }];
}

/** Takes the place of whatever an earlier target set going: its warning comes at once where it is late for it. */
function anotherTarget(due: string, from: string, programme: Programme): readonly Timer[] {
  const timers = targetTimers(due, from, programme);
  return timers.length > 1 ? timers : [{ kind: 'targetNear', at: from }, ...timers];
}

function answerTimers(from: string, { unanswered, calendar }: Programme): readonly Timer[] {
  if (!unanswered) return [];
  const { businessDays, remindBefore } = unanswered;
  const on = (days: number) => dueAt(from, { businessDays: days }, calendar);
  const reminder = businessDays > remindBefore ? [{ kind: 'remind', at: on(businessDays - remindBefore) } as const] : [];
  return [...reminder, { kind: 'closeUnanswered', at: on(businessDays) }];
}

export interface Firing {
  /** Instant, ISO 8601 in UTC, from the database's clock. */
  readonly now: string;
  readonly programme: Programme;
  /** When the case is closed for want of an answer, where that is set. */
  readonly closesAt: string | null;
}

/** What happens when a timer fires: it looks again, for much may have happened since it was set. */
export function fire(kind: TimerKind, case_: Case, { now, programme, closesAt }: Firing): readonly Happening[] {
  switch (kind) {
    case 'targetNear':
    case 'targetMissed': {
      const { firstResponseDueAt: dueAt, firstResponseAt } = case_;
      const outstanding = isOpen(case_.status) && firstResponseAt === null && dueAt !== null;
      return outstanding && now < dueAt === (kind === 'targetNear') ? [{ type: kind, dueAt }] : [];
    }
    case 'remind':
      return case_.status === 'waitingOnRequester' && closesAt !== null ? [{ type: 'reminded', closesAt }] : [];
    case 'closeUnanswered': {
      const reasons = desks[case_.desk].reasons.closeUnresolved;
      if (case_.status !== 'waitingOnRequester' || !programme.unanswered || endsByRecoveryAlone(case_) || partsOpen(case_)) return [];
      const reason = reasons.kind === 'picked' ? 'noAnswer' : reasons.kind === 'fixed' ? reasons.reason : null;
      return [{ type: 'statusChanged', step: 'closeUnresolved', from: case_.status, to: 'closedUnresolved', reason }];
    }
    default:
      return never(kind);
  }
}
