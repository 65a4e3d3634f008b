import { type Kysely, sql } from 'kysely';
import type { Case } from '../src/domain/case/case.ts';
import type { CaseEvent } from '../src/domain/case/events.ts';
import { recordFor } from '../src/store/case-record.ts';
import { openEmbedded } from '../src/store/embedded.ts';
import { openStore } from '../src/store/open.ts';
import type { Database } from '../src/store/schema.ts';
import { openForMigration } from '../src/store/server.ts';
import { wordsOf } from '../src/store/words.ts';
import { type Population, sampleCases } from './sample-cases.ts';

const batch = 1_000;

/** Where the desk to measure keeps its cases: `databaseUrl` for a server, the folder alone for the embedded database. */
export interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

/** Makes the tables as the desk does, then fills them in batches. */
export async function seed({ dataDir, databaseUrl }: Place, population: Population): Promise<void> {
  await (await openStore({ dataDir, databaseUrl })).close();
  const db = databaseUrl ? openForMigration(databaseUrl) : (await openEmbedded(dataDir)).db;
  try {
    let waiting: { case: unknown; events: unknown[] }[] = [];
    for (const { case: case_, events } of sampleCases(population)) {
      waiting.push({
        case: { ...recordFor(case_), words: wordsToStore(case_, events) },
        events: events.map(({ seq, type, at, actor, ...data }) => ({
          tenant_id: case_.tenantId,
          case_id: case_.id,
          seq,
          type,
          at,
          actor,
          data,
          internal: false,
        })),
      });
      if (waiting.length < batch) continue;
      await insert(db, waiting);
      waiting = [];
    }
    await insert(db, waiting);
    await sql`vacuum (analyze)`.execute(db);
    await sql`checkpoint`.execute(db);
  } finally {
    await db.destroy();
  }
}

function wordsToStore({ tenantId, desk, number, title, description }: Case, events: readonly CaseEvent[]): string {
  const said = events.flatMap((event) => ('text' in event ? [event.text] : []));
  return [`t:${tenantId}`, `d:${desk}`, ...wordsOf(number, title, description, ...said)].map((word) => `'${word}'`).join(' ');
}

async function insert(
  db: Kysely<Database>,
  rows: readonly { readonly case: unknown; readonly events: readonly unknown[] }[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  await fill(
    db,
    'cases',
    rows.map((row) => row.case),
  );
  await fill(
    db,
    'events',
    rows.flatMap((row) => row.events),
  );
}

async function fill(db: Kysely<Database>, table: 'cases' | 'events', rows: readonly unknown[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] as object).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(db);
}
