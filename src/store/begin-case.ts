import { CompiledQuery } from 'kysely';
import type { Beginning } from '../app/ports.ts';
import type { Case } from '../domain/case/case.ts';
import type { ChannelKind } from '../domain/notice/channels.ts';
import { auditArguments } from './audit.ts';
import type { Queued } from './bell.ts';
import { caseColumns, recordFor } from './case-record.ts';
import { send } from './entry.ts';
import { eventRecords } from './events.ts';
import { isHeard, noticeRecords, queuing } from './outbox.ts';
import { noteRecord } from './people.ts';
import { prepared } from './prepared.ts';
import { wordsOf } from './words.ts';

/**
 * The case and everything that begins with it, in one statement: whoever opens a case waits for the database, so once. Where its number
 * is taken, the transaction fails. The statement is text, made once: building it anew would cost more than anything else here.
 *
 * @param queued told of the ways by which there is now something to deliver
 */
export async function insertCase(case_: Case, begins: Partial<Beginning>, now: string, queued: Queued): Promise<void> {
  const { tenantId, id } = case_;
  const { events = [], notices = [], audit, answers, note } = begins;
  const draftId = answers && 'draftId' in answers ? answers.draftId : null;
  const receipts = answers && 'key' in answers ? [{ person_id: answers.personId, key: answers.key }] : [];
  const parameters = [
    JSON.stringify(recordFor(case_)),
    [`t:${tenantId}`, `d:${case_.desk}`, ...wordsOf(case_.number, case_.title, case_.description)],
    JSON.stringify(eventRecords(tenantId, id, events)),
    noticeRecords(tenantId, notices),
    draftId,
    answers?.digest ?? null,
    JSON.stringify(receipts),
    JSON.stringify(note ? [noteRecord(tenantId, now, note)] : []),
    ...(audit ? auditArguments(tenantId, now, audit) : []),
  ];
  const opened = CompiledQuery.raw(audit ? audited : unaudited, parameters) as CompiledQuery<{ channels: readonly ChannelKind[] }>;
  await send(opened, async (answer) => queued((await answer).rows.flatMap(({ channels }) => channels)));
}

const columns = caseColumns.join(', ');

const written = `
  with opened as (
    insert into cases (${columns}, words)
    select ${columns}, array_to_tsvector($2::text[]) from json_populate_record(null::cases, $1::json)
    returning tenant_id, id
  ), told as (
    insert into events (tenant_id, case_id, seq, type, at, actor, data, internal)
    select tenant_id, case_id, seq, type, at, actor, data, internal from json_populate_recordset(null::events, $3::json)
  ), noticed as (${queuing('$4', isHeard)}
  ), sent as (
    update drafts set sent_case_id = opened.id, sent_digest = $6 from opened where drafts.tenant_id = opened.tenant_id and drafts.id = $5::uuid
  ), answered as (
    insert into receipts (tenant_id, person_id, key, digest, case_id)
    select opened.tenant_id, receipt.person_id, receipt.key, $6, opened.id from opened, json_populate_recordset(null::receipts, $7::json) receipt
  ), noted as (
    insert into notes (tenant_id, person_id, kind, note, updated_at)
    select tenant_id, person_id, kind, note, updated_at from json_populate_recordset(null::notes, $8::json) where true
    on conflict (tenant_id, person_id, kind) do update set note = excluded.note, updated_at = excluded.updated_at
  )
  select array(select distinct channel from noticed) as channels`;
const unaudited = prepared(`${written} from opened`);
const audited = prepared(`${written}, append_audit($9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) from opened`);
