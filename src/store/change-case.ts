import { CompiledQuery } from 'kysely';
import type { Change } from '../app/ports.ts';
import type { Case } from '../domain/case/case.ts';
import { type CaseEvent, isInternal } from '../domain/case/events.ts';
import type { ChannelKind } from '../domain/notice/channels.ts';
import type { Queued } from './bell.ts';
import { caseColumns, recordFor } from './case-record.ts';
import { send } from './entry.ts';
import { eventRecords } from './events.ts';
import { isHeard, noticeRecords, queuing } from './outbox.ts';
import { prepared } from './prepared.ts';
import { timerRecords } from './timers.ts';
import { wordsOf } from './words.ts';

/** The case was saved by somebody else since it was read; under its lock that can't happen. */
export class VersionLost extends Error {
  override readonly name = 'VersionLost';
}

/**
 * The case and everything that goes with its change, in one statement, for the same reasons as its beginning (begin-case.ts).
 *
 * @param before as it was read under its lock
 * @param queued told of the ways by which there is now something to deliver
 * @throws VersionLost where it is at another version, perhaps only at the transaction's end; nothing is written then
 */
export async function saveCase(before: Case, after: Case, change: Partial<Change>, queued: Queued): Promise<void> {
  const { tenantId, id } = after;
  const { events = [], notices = [], timers = [] } = change;
  const parameters = [
    JSON.stringify(recordFor(after)),
    tenantId,
    id,
    before.version,
    addedWords(before, after, events),
    // Engineers search among the words of their own desk: a case that is moved is found at the new one, and no more at the old.
    ...(before.desk === after.desk ? [null, null] : [`d:${before.desk}`, `d:${after.desk}`]),
    JSON.stringify(eventRecords(tenantId, id, events)),
    noticeRecords(tenantId, notices),
    JSON.stringify(timerRecords(tenantId, id, timers)),
  ];
  const saved = CompiledQuery.raw(written, parameters) as CompiledQuery<{ channels: readonly ChannelKind[] }>;
  await send(saved, (answer) =>
    answer.then(
      ({ rows }) => queued(rows.flatMap(({ channels }) => channels)),
      (fault) => {
        throw isDivisionByZero(fault) ? new VersionLost(`case ${id} is not at version ${before.version}`) : fault;
      },
    ),
  );
}

/** How the statement below fails where the case is at another version. */
const isDivisionByZero = (fault: { readonly code?: unknown }): boolean => fault.code === '22012';

/** What everybody may read of it is found; what engineers note among themselves never is. Words it is found by already are taken up again only where they changed. */
function addedWords(before: Case, after: Case, events: readonly CaseEvent[]): readonly string[] {
  const said = events.filter((event) => !isInternal(event)).flatMap((event) => ('text' in event ? [event.text] : []));
  const renamed = before.title !== after.title || before.description !== after.description;
  return wordsOf(...(renamed ? [after.title, after.description] : []), ...said);
}

const columns = caseColumns.filter((column) => column !== 'tenant_id' && column !== 'id').join(', ');

/** Words up to a measure: a value of this type may not exceed 1 MB, and a comment more important than its being found must not fail by it. */
const written = prepared(`
  with changed as (
    update cases set
      (${columns}) = (select ${columns} from json_populate_record(null::cases, $1::json)),
      words = case
        when cardinality($5::text[]) = 0 and $6::text is null then words
        else case when $6 is null then words else ts_delete(words, $6) || array_to_tsvector(array[$7::text]) end
          || array_to_tsvector(case when length(words) < 4000 then $5 else '{}' end)
      end
    where tenant_id = $2 and id = $3 and version = $4
    returning tenant_id, id
  ), told as (
    insert into events (tenant_id, case_id, seq, type, at, actor, data, internal)
    select tenant_id, case_id, seq, type, at, actor, data, internal from json_populate_recordset(null::events, $8::json)
  ), noticed as (${queuing('$9', isHeard)}
  ), timed as (
    insert into timers (tenant_id, case_id, kind, run_at)
    select tenant_id, case_id, kind, run_at from json_populate_recordset(null::timers, $10::json) where true
    on conflict (tenant_id, case_id, kind) do update set run_at = excluded.run_at, held_until = null
  )
  select array(select distinct channel from noticed) as channels, 1 / (select count(*) from changed) as saved`);
