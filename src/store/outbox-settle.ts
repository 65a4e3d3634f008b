import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, type Kysely } from 'kysely';
import type { Job, Settlement } from '../app/ports.ts';
import { never } from '../domain/result.ts';
import { noticeRecord, queuing } from './outbox.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';
import { once } from './transaction.ts';

interface Settled {
  readonly job: Job;
  readonly settlement: Settlement;
}

interface Waiting extends Settled {
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

/** Milliseconds that a job's end waits for others: writing down one costs as much as ten. */
const companyMs = 10;

/** The rows of an outbox that one job holds. */
export const idsOf = ({ content }: Job): readonly string[] =>
  content.kind === 'letter' ? [content.id] : content.notices.map(({ id }) => id);

/** @returns what says how a job goes on; jobs that end at about the same time are written down together. */
export function settling(db: Kysely<Database>): (settled: Settled) => Promise<void> {
  let waiting: Waiting[] = [];
  let writing = false;
  const writeDown = async () => {
    writing = true;
    while (waiting.length > 0) {
      await pause(companyMs);
      const all = waiting;
      waiting = [];
      await writeEach(db, all);
    }
    writing = false;
  };
  return (settled) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...settled, resolve, reject });
      if (!writing) void writeDown();
    });
}

/** Where they can't be written down together, each is by itself: what is wrong with one is not the others' fault. */
async function writeEach(db: Kysely<Database>, all: readonly Waiting[]): Promise<void> {
  try {
    await write(db, all);
    for (const { resolve } of all) resolve();
  } catch (fault) {
    if (all.length === 1) all[0]?.reject(fault);
    else for (const one of all) await writeEach(db, [one]);
  }
}

async function write(db: Kysely<Database>, all: readonly Settled[]): Promise<void> {
  const settled = all.flatMap(({ job, settlement }) => idsOf(job).map((id) => ({ id, attempts: job.attempt, ...changeBy(settlement) })));
  const instead = all.flatMap(({ job, settlement }) => {
    const [id] = idsOf(job);
    return settlement.is === 'instead' ? settlement.entries.map((entry) => ({ ...noticeRecord(job.tenantId, entry), instead_of: id })) : [];
  });
  const ids = settled.map(({ id }) => id);
  await once(db, { kind: 'outbox' }, 'read write', (tx) =>
    tx.executeQuery(CompiledQuery.raw(written, [JSON.stringify(settled), JSON.stringify(instead), ids])),
  );
}

/** What happens to each row of a job. What is done needs no row: its event, or the dead letter, says the rest. */
function changeBy(settlement: Settlement) {
  switch (settlement.is) {
    case 'done':
    case 'instead':
      return { gone: true };
    case 'paced':
      return { after_ms: settlement.afterMs, untried: 1 };
    case 'again':
      return { after_ms: settlement.afterMs, maybe_sent: settlement.maybeSent ? 1 : 0, fault: settlement.fault };
    case 'dead':
      return { dead: true, fault: settlement.fault };
    default:
      return never(settlement);
  }
}

/**
 * The number of attempts tells this worker's hold from a later one's. Nobody waits for the disk: what a crash of the server brings back is
 * still marked as held, and goes the way of what was perhaps sent. The ids are there a second time so that the rows are looked up and not
 * looked for: most of this table is what was just deleted.
 */
const written = prepared(`
  with settled as materialized (
    select * from json_to_recordset($1::json) as settled (
      id bigint, attempts int, gone boolean, dead boolean, after_ms float8, untried int, maybe_sent int, fault json
    ) where set_config('synchronous_commit', 'off', true) is not null
  ), gone as (
    delete from outbox using settled
    where settled.gone and outbox.id = any($3::bigint[]) and outbox.id = settled.id and outbox.attempts = settled.attempts and claimed_at is not null and dead_at is null
    returning outbox.id
  ), kept as (
    update outbox set
      run_at = coalesce(clock_timestamp() + settled.after_ms * interval '1 ms', run_at),
      claimed_at = null,
      attempts = outbox.attempts - coalesce(settled.untried, 0),
      maybe_sent = outbox.maybe_sent + coalesce(settled.maybe_sent, 0),
      last_fault = coalesce(settled.fault, last_fault),
      dead_at = case when settled.dead then clock_timestamp() end
    from settled
    where settled.gone is null and outbox.id = any($3::bigint[]) and outbox.id = settled.id and outbox.attempts = settled.attempts and claimed_at is not null and dead_at is null
  ) ${queuing('$2', 'instead_of in (select id from gone)')}`);
