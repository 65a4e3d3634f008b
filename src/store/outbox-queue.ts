import { type Kysely, sql } from 'kysely';
import type { Backlog, ClaimOptions, Job, JobContent, JobNotice, Outbox, SummaryNotice } from '../app/ports.ts';
import type { Notice, Recipient } from '../domain/notice/audience.ts';
import { type ChannelKind, channelKinds } from '../domain/notice/channels.ts';
import type { Letter } from '../domain/notice/letter.ts';
import type { Bell } from './bell.ts';
import { settling } from './outbox-settle.ts';
import type { Database } from './schema.ts';
import { once, within } from './transaction.ts';

const scope = { kind: 'outbox' } as const;
/** Notices that are told at one go; the rest of a longer burst follows. */
const mostTogether = 50;

/** What is waiting to be delivered, over all tenants, in a role that sees nothing else. */
export const outboxOf = (db: Kysely<Database>, bell: Bell): Outbox => {
  const settle = settling(db);
  return {
    claim: (channel, options) => claim(db, channel, options),
    settle: (job, settlement) =>
      bell.ringAfter(async (queued) => {
        await settle({ job, settlement });
        if (settlement.is === 'instead') queued(settlement.entries.map(({ channel }) => channel));
      }),
    backlog: () => backlog(db),
    onQueued: (listener) => bell.onRing(listener),
  };
};

interface Claimed {
  id: string;
  tenant_id: string;
  lane: string;
  key: string;
  case_id: string | null;
  seq: number | null;
  place: number;
  recipient: Recipient;
  how: string;
  letter: Omit<Letter, 'key' | 'address'> | null;
  attempts: number;
  maybe_sent: number;
}

/**
 * The first of each lane, if it is due, and with it what follows there and was tried as often: so a lane keeps its order, and a burst is told
 * at one go. A row that somebody holds already was held by a worker that ended before it could say how it went.
 */
async function claim(
  db: Kysely<Database>,
  channel: ChannelKind,
  { most, leaseMs, gatherMs, together = mostTogether }: ClaimOptions,
): Promise<readonly Job[]> {
  const { rows } = await once(db, scope, 'read write', (tx) =>
    sql<Claimed>`
      with first as materialized (
        select id, lane, place, attempts from outbox
        where channel = ${channel} and dead_at is null and run_at <= clock_timestamp()
          and (attempts > 0 or case_id is null or created_at <= clock_timestamp() - ${gatherMs} * interval '1 ms')
          and not exists (
            select from outbox earlier
            where earlier.lane = outbox.lane and earlier.dead_at is null and earlier.place < outbox.place
          )
        order by run_at, id
        limit ${most}
        for update skip locked
      ), together as materialized (
        select held.id from first cross join lateral (
          select id from outbox
          where lane = first.lane and dead_at is null and attempts = first.attempts
          order by place
          limit ${together}
        ) held
      )
      update outbox set
        run_at = clock_timestamp() + ${leaseMs} * interval '1 ms',
        attempts = attempts + 1,
        maybe_sent = maybe_sent + (claimed_at is not null)::int,
        claimed_at = clock_timestamp()
      -- What another worker holds stays with it: a dead letter that is sent again stands before it in its lane.
      where id in (select id from together) and (claimed_at is null or run_at <= clock_timestamp())
      returning id::text, tenant_id, lane, key, case_id, seq, place::float8 as place, recipient, how, letter, attempts, maybe_sent`.execute(
      tx,
    ),
  );
  return jobsOf(channel, rows);
}

function jobsOf(channel: ChannelKind, rows: readonly Claimed[]): readonly Job[] {
  const lanes = Map.groupBy(
    rows.toSorted((a, b) => a.place - b.place),
    ({ lane }) => lane,
  );
  return [...lanes.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { recipient: to, attempts: attempt } = first;
    const tenantId = tenantOf(first);
    const maybeSent = Math.max(first.maybe_sent, ...others.map(({ maybe_sent: times }) => times));
    return [{ tenantId, channel, to, content: contentOf(channel, [first, ...others]), attempt, maybeSent }];
  });
}

/** What a summary's reader is told may be of organisations other than their own. */
const tenantOf = ({ tenant_id: tenantId, recipient }: Claimed): string =>
  recipient.kind === 'person' ? (recipient.tenantId ?? tenantId) : tenantId;

function contentOf(channel: ChannelKind, rows: readonly [Claimed, ...Claimed[]]): JobContent {
  const [first] = rows;
  if (channel === 'summary') return { kind: 'summary', notices: rows.map(summaryNotice) };
  const { id, key, case_id: caseId, letter, recipient } = first;
  if (caseId !== null) {
    return { kind: 'case', caseId, notices: rows.map(noticeOf) };
  }
  if (!letter || recipient.kind !== 'email') throw new TypeError(`row ${id} of the outbox is about nothing`);
  return { kind: 'letter', id, letter: { ...letter, key, address: recipient.address } };
}

const noticeOf = ({ id, key, seq, how }: Claimed): JobNotice => ({ id, key, seq: seq ?? 0, how: how as Notice });
const summaryNotice = (row: Claimed): SummaryNotice => ({ ...noticeOf(row), tenantId: row.tenant_id, caseId: row.case_id ?? '' });

async function backlog(db: Kysely<Database>): Promise<readonly Backlog[]> {
  const { rows } = await within(db, scope, (tx) =>
    sql<{ channel: ChannelKind; waiting: number; dead: number; oldest: number }>`
      select channel, count(*) filter (where dead_at is null)::int as waiting, count(dead_at)::int as dead,
        coalesce(extract(epoch from clock_timestamp() - min(
          -- What waited for its time, as quiet hours make it wait, is due from then on.
          case when attempts = 0 then run_at when attempts = 1 and claimed_at is not null then claimed_at else created_at end
        ) filter (where dead_at is null and (attempts > 0 or run_at <= clock_timestamp()))), 0)::float8 as oldest
      from outbox group by channel`.execute(tx),
  );
  return channelKinds.map((channel) => {
    const found = rows.find((row) => row.channel === channel);
    return { channel, waiting: found?.waiting ?? 0, dead: found?.dead ?? 0, oldestSeconds: found?.oldest ?? 0 };
  });
}
