import { type Kysely, sql } from 'kysely';
import type { Pacing } from '../app/ports.ts';
import { type Given, gathered } from './gathered.ts';
import type { Database } from './schema.ts';
import { once, within } from './transaction.ts';

/** Milliseconds for which what was said counts: the longest span there is, and what lies between a slot and its send. */
const longestSpan = 3_601_000;

/** Milliseconds in which what is said is gathered: a statement for each answer would cost nearly as much as the answer. */
const gathering = 100;

const scope = { kind: 'outbox' } as const;

/** Kept in the database, for all processes together and in its own clock. */
export const pacingOf = (db: Kysely<Database>): Pacing => ({
  slot: ({ conversation, tenantId, holder, count }, { conversation: each, tenant, slackMs }) =>
    once(
      db,
      scope,
      'read write',
      async (tx) => {
        const spans = each.map(({ ms }) => ms);
        const mosts = each.map(({ most }) => most);
        // What a crash takes of this is a moment's count: nobody waits for the disk. The plans are kept from when the table was perhaps empty.
        const { rows } = await sql<{ wait: number }>`
        select set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true),
          take_slot(${tenantId}::uuid, ${conversation}, ${holder}, ${count}::int, ${spans}::int[], ${mosts}::int[],
          ${tenant.ms}::int, ${tenant.most}::int, ${slackMs}::int) as wait`.execute(tx);
        return rows[0]?.wait ?? 0;
      },
      'pace',
    ),
  spoken: gathered(gathering, (said) => saveSpoken(db, said)),
  giveBack: async (holder) => {
    await within(db, scope, (tx) => tx.deleteFrom('pace').where('holder', '=', holder).execute());
  },
  hold: async (conversation, tenantId, ms) => {
    await within(db, scope, (tx) =>
      tx
        .insertInto('pace')
        .values({ tenant_id: tenantId, conversation, at: sql<string>`clock_timestamp() + ${ms} * interval '1 ms'`, pause: true })
        .execute(),
    );
  },
});

type Spoken = Parameters<Pacing['spoken']>;

const saveSpoken = (db: Kysely<Database>, said: readonly Given<Spoken>[]): Promise<void> =>
  once(db, scope, 'read write', async (tx) => {
    const rows = said.map(({ given: [conversation, tenantId], ago }) => ({ conversation, tenant_id: tenantId, ago }));
    // Two old rows go for each new one, so that the table does not grow where nobody asks for a slot.
    await sql`
      with old as (
        delete from pace where id in (
          select id from pace where at < clock_timestamp() - ${longestSpan} * interval '1 ms'
          order by at limit ${2 * said.length} for update skip locked
        )
      )
      insert into pace (tenant_id, conversation, at, sent_at)
      select tenant_id, conversation, at, at from (
        select tenant_id, conversation, clock_timestamp() - ago * interval '1 ms' as at
        from json_to_recordset(${JSON.stringify(rows)}::json) as said (tenant_id uuid, conversation text, ago float)
      ) as counted
      where set_config('synchronous_commit', 'off', true) is not null`.execute(tx);
  });
