import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { evolve } from '../../domain/case/evolve.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import { toldOfPart } from '../../domain/case/split.ts';
import { type Also, audience } from '../../domain/notice/audience.ts';
import { channelsOf } from '../../domain/notice/channels.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Timer, timersOf } from '../../domain/sla/timers.ts';
import type { OutboxEntry, TenantTransaction } from '../ports.ts';

/**
 * Saves what happened and, in the same transaction, what must be told (G-12) and what is to be looked at later (SLA-3). PS-1: what a case is a
 * part of hears when it closes and reopens.
 *
 * @param known its followers, where they were asked for already
 */
export async function record(
  tx: TenantTransaction,
  before: Case,
  events: readonly CaseEvent[],
  settings: Pick<Settings, 'programmes'>,
  known?: readonly string[],
): Promise<void> {
  if (events.length === 0) return;
  const followers = known ?? (await tx.followers.of(before.id));
  let after = before;
  const notices: OutboxEntry[] = [];
  const timers: Timer[] = [];
  for (const event of events) {
    after = evolve(after, event);
    notices.push(...noticesOf(event, after, { followers }));
    timers.push(...timersOf(event, after, settings.programmes[after.desk]));
  }
  await tx.saveCase(before, after, { events, notices, timers });
  const last = events.at(-1);
  if (last && isOpen(before.status) !== isOpen(after.status)) await tellWhole(tx, after, last, settings);
}

async function tellWhole(tx: TenantTransaction, part: Case, last: CaseEvent, settings: Pick<Settings, 'programmes'>): Promise<void> {
  const whole = part.support?.partOf && (await tx.lockCase(part.support.partOf.id));
  if (whole) await record(tx, whole, toldOfPart(whole, part, last, settings.programmes[whole.desk]), settings);
}

/** The outbox rows of one event, one for each way a recipient is told by: the key names all three, so that no notice is ever queued twice. */
export const noticesOf = (event: CaseEvent, case_: Case, also: Also = {}): readonly OutboxEntry[] =>
  audience(event, case_, also).flatMap(({ to, how, key }) =>
    channelsOf[to.kind].map((channel) => ({
      key: `${case_.id}:${event.seq}:${key}:${channel}`,
      caseId: case_.id,
      seq: event.seq,
      to,
      how,
      channel,
    })),
  );
