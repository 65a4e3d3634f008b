import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { ChannelKind } from '../../domain/notice/channels.ts';
import { isLate } from '../../domain/notice/late.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { Backlog, Outbox } from '../ports.ts';
import { recordRefusal } from '../refused.ts';

/** A way in which notices are late, over all organisations: a number, and nothing of whom. */
export interface LateView {
  readonly channel: ChannelKind;
  /** Notices that wait, those that are not late among them. */
  readonly waiting: number;
  /** When the oldest was due: an instant, ISO 8601 in UTC, to the second. */
  readonly since: string;
}

/** Milliseconds for which an answer counts: every engineer's page asks, and the whole outbox is counted. */
const believed = 10_000;
const known = new WeakMap<Outbox, { readonly at: number; readonly backlog: Promise<readonly Backlog[]> }>();

/** G-12: the ways in which notices don't go out as they should, for engineers; empty again once they do. */
export async function lateNotices(deps: Deps, by: Principal): Promise<Result<readonly LateView[], Refusal>> {
  if (!may(by, 'seeDeliveries')) return recordRefusal(deps, by, 'delivery.late', null, { code: 'notAllowed', action: 'seeDeliveries' });
  const { at, backlog } = backlogOf(deps);
  const late = (await backlog).filter(isLate);
  return ok(late.map(({ channel, waiting, oldestSeconds }) => ({ channel, waiting, since: before(at, oldestSeconds) })));
}

function backlogOf({ store: { outbox }, now }: Deps) {
  const at = Date.parse(now());
  const last = known.get(outbox);
  if (last && Math.abs(at - last.at) < believed) return last;
  const asked = { at, backlog: outbox.backlog() };
  known.set(outbox, asked);
  asked.backlog.catch(() => known.delete(outbox));
  return asked;
}

const before = (at: number, seconds: number): string => new Date(Math.floor(at / 1_000 - seconds) * 1_000).toISOString();
