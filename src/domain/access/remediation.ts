/** CS-10: how far a partner is with what it was asked to mend. */
export const planStates = ['asked', 'agreed', 'done', 'dropped'] as const;
export type PlanState = (typeof planStates)[number];

/** What a partner is asked to do so that it escalates no more than it has to. */
export interface RemediationPlan {
  readonly text: string;
  /** `YYYY-MM-DD` in UTC, and still in time. */
  readonly dueDay: string;
  readonly state: PlanState;
}

/** What is on record of a partner's escalations besides the marks on its cases. */
export interface Escalations {
  readonly plan: RemediationPlan | null;
}

export const noPlan: Escalations = { plan: null };

/** Whether a partner is asked for something that it was not asked for before. */
export const isAskedAnew = (plan: RemediationPlan, before: RemediationPlan | null): boolean =>
  plan.state === 'asked' && (before?.state !== 'asked' || before.text !== plan.text || before.dueDay !== plan.dueDay);

const countedMs = 365 * 86_400_000;

/** From when on an improper escalation counts. Instants are ISO 8601 in UTC. */
export const countedSince = (now: string): string => new Date(Date.parse(now) - countedMs).toISOString();

const isUnderWay = ({ state }: RemediationPlan): boolean => state === 'asked' || state === 'agreed';

export const isOverdue = (plan: RemediationPlan, now: string): boolean => isUnderWay(plan) && now.slice(0, 10) > plan.dueDay;

/**
 * From when on improper escalations speak for asking for a plan: of those before the last one ended, that one took care. `undefined` while one
 * is under way.
 *
 * @param changedAt when the plan was last changed
 */
export function proposedSince({ plan }: Escalations, changedAt: string | null, now: string): string | undefined {
  if (plan && isUnderWay(plan)) return undefined;
  const since = countedSince(now);
  return changedAt !== null && changedAt > since ? changedAt : since;
}
