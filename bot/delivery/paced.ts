import type { Asking, Limits, Pacing } from '../../src/app/ports.ts';
import type { Outcome } from '../../src/domain/notice/outcome.ts';

/** F-15, F-20: sends when it is this conversation's turn, and lets the whole conversation rest where Teams asks for it. */
export async function paced<T extends { readonly is: string }>(
  pacing: Pacing,
  limits: Limits,
  asking: Asking,
  send: () => Promise<T | Outcome>,
): Promise<T | Outcome> {
  const afterMs = await pacing.slot(asking, limits);
  if (afterMs > 0) return { is: 'paced', afterMs };
  const outcome = await send();
  if (outcome.is === 'later' && 'afterMs' in outcome && outcome.afterMs)
    await pacing.hold(asking.conversation, asking.tenantId, Math.min(longestRest, outcome.afterMs));
  return outcome;
}

const longestRest = 60 * 60_000;
