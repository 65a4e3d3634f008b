import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { words } from '../../domain/i18n/index.ts';
import { ok, type Result } from '../../domain/result.ts';
import { type CheckName, type CheckOutcome, checkNames } from '../../domain/set-up.ts';
import type { Deps } from '../deps.ts';
import type { GrantedPermissions, Permission, SetUpProbes } from '../ports.ts';
import { recordRefusal } from '../refused.ts';

/** AG-5: one check with its result, in the reader's words. */
export interface CheckView {
  readonly check: CheckName;
  readonly name: string;
  readonly about: string;
  readonly state: CheckOutcome<CheckName>['state'];
  readonly reason: string | null;
  /** What to do about it. */
  readonly cure: string | null;
}

/** ID-4: one permission; `granted` is `null` where it is not known, or each person's own. */
export interface PermissionView extends Permission {
  readonly granted: boolean | null;
  readonly purpose: string;
  readonly without: string;
  readonly consenterName: string;
}

export interface SetUpView {
  readonly checks: readonly CheckView[];
  readonly permissions: readonly PermissionView[];
  readonly consentUrl: string | null;
}

/** Milliseconds after which a neighbour has not answered. */
const patience = 10_000;
/** Seconds after which what waits in the queue waits too long. */
const overdueAfter = 600;

export const refusedSetUp = async (deps: Deps, by: Principal, action: string): Promise<Result<never, Refusal> | undefined> =>
  by.kind === 'operator' && may(by, 'checkSetUp')
    ? undefined
    : recordRefusal(deps, by, action, null, { code: 'notAllowed', action: 'checkSetUp' });

/** AG-5, ID-4: asks every neighbour at once, each for ten seconds at most. */
export async function checkSetUp(deps: Deps, probes: SetUpProbes, by: Principal): Promise<Result<SetUpView, Refusal>> {
  const refused = await refusedSetUp(deps, by, 'setUp.check');
  if (refused) return refused;
  const granted = inTime<GrantedPermissions>(async (signal) => (await probes.granted?.(signal)) ?? {}, {});
  const unanswered = { state: 'failed', reason: 'noAnswer' } as const;
  const outcomes: { readonly [C in CheckName]: Promise<CheckOutcome<C>> } = {
    database: inTime<CheckOutcome<'database'>>(async () => {
      await deps.store.ready();
      return { state: 'ok' };
    }, unanswered),
    queue: inTime(() => queueOf(deps), unanswered),
    channel: inTime((signal) => probes.channel(signal), unanswered),
    mail: inTime(async (signal) => (probes.mail ? probes.mail(signal) : { state: 'notSetUp', reason: 'switchedOff' }), unanswered),
    consent: granted.then((found) => answered(probes, found)),
    graph: granted.then((found) => answered(probes, found)),
  };
  const says = words(by.locale).setUp;
  const checks = await Promise.all(
    checkNames.map(async (check): Promise<CheckView> => {
      const outcome = await outcomes[check];
      const reason = outcome.state === 'ok' ? null : outcome.reason;
      const cures: Readonly<Record<string, string>> = says.cures[check];
      return { check, ...says.checks[check], state: outcome.state, reason, cure: reason && (cures[reason] ?? null) };
    }),
  );
  const found = await granted;
  const permissions = probes.permissions.map((permission) => ({
    ...permission,
    ...says.permissions[permission.name],
    consenterName: says.consenters[permission.consenter],
    granted: found[permission.name] ?? null,
  }));
  return ok({ checks, permissions, consentUrl: probes.consentUrl });
}

/** Microsoft says whether there is consent by what it answers: one permission that works is enough, for none is needed. */
function answered({ granted }: SetUpProbes, found: GrantedPermissions): CheckOutcome<'consent' | 'graph'> {
  if (!granted) return { state: 'notSetUp', reason: 'switchedOff' };
  const answers = Object.values(found);
  if (answers.length === 0) return { state: 'failed', reason: 'noAnswer' };
  return answers.includes(true) ? { state: 'ok' } : { state: 'notSetUp', reason: 'refused' };
}

async function queueOf({ store }: Deps): Promise<CheckOutcome<'queue'>> {
  const channels = await store.outbox.backlog();
  if (channels.some(({ oldestSeconds }) => oldestSeconds > overdueAfter)) return { state: 'failed', reason: 'overdue' };
  return channels.some(({ dead }) => dead > 0) ? { state: 'failed', reason: 'givenUp' } : { state: 'ok' };
}

/** What a neighbour answers, or what it comes to where it throws or is late. Nothing of a fault is told: it may hold a secret. */
export async function inTime<T>(ask: (signal: AbortSignal) => Promise<T>, otherwise: T): Promise<T> {
  const late = new AbortController();
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    resolve(otherwise);
    late.abort();
  }, patience);
  return Promise.race([promise, ask(late.signal)])
    .catch(() => otherwise)
    .finally(() => clearTimeout(timer));
}
