import type pg from 'pg';

/** Gives everybody on the list a chat with the bot. */
export async function openChats(client: pg.Client, people: readonly { tenantId: string; id: string }[], serviceUrl: string): Promise<void> {
  await client.query(
    `insert into notes (tenant_id, person_id, kind, note)
     select "tenantId", id, 'chat', json_build_object('conversationId', 'a:' || "tenantId" || id, 'serviceUrl', $2::text, 'userId', '29:' || id, 'welcomedAt', null, 'installed', true)
     from json_to_recordset($1::json) as person("tenantId" uuid, id text)`,
    [JSON.stringify(people), `${serviceUrl}/`],
  );
}

/**
 * Makes the openers of all cases but the largest tenant's people whom the desk has seen.
 *
 * @returns them
 */
export async function seeOpeners(client: pg.Client, largest: string): Promise<readonly { tenantId: string; id: string }[]> {
  await client.query(
    `update cases set opened_by = seen.id, requester = seen.id
     from (select tenant_id, id as case_id, '5eed0000-0000-4000-9000-' || lpad(substr(opened_by, 8), 12, '0') as id from cases) seen
     where cases.tenant_id = seen.tenant_id and cases.id = seen.case_id and cases.tenant_id <> $1`,
    [largest],
  );
  const { rows } = await client.query<{ tenantId: string; id: string }>(
    `insert into people (tenant_id, id, name, email, guest, locale)
     select distinct tenant_id, opened_by::uuid, opened_by_name, right(opened_by, 2) || '@' || right(tenant_id::text, 2) || '.example', false, 'en'
     from cases where tenant_id <> $1
     returning tenant_id as "tenantId", id`,
    [largest],
  );
  await client.query('analyze');
  return rows;
}

/** Queues what would tell each opener, in their chat, of the comment on their case. @returns how many */
export async function queueNotices(client: pg.Client, largest: string): Promise<number> {
  const { rowCount } = await client.query(
    `insert into outbox (tenant_id, key, case_id, seq, recipient, how, channel)
     select tenant_id, id || ':2:chat', id, 2, json_build_object('kind', 'person', 'id', opened_by), 'message', 'chat'
     from cases where tenant_id <> $1`,
    [largest],
  );
  await client.query('analyze outbox');
  return rowCount ?? 0;
}
