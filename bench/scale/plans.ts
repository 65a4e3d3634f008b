import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../../src/store/open.ts';
import { questionsTo } from '../floors/queries.ts';
import { recorded } from '../floors/recorder.ts';
import type { Place } from '../seed.ts';

const document = join(import.meta.dirname, '../../docs/plans.md');

/** How PostgreSQL answers each question that lists or reads, as it says itself; written where `cases` says of how many, else printed. */
export async function writePlans(place: Place, cases: number | null): Promise<void> {
  const { store, close } = await openStore(place);
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  try {
    const parts: string[] = [];
    for (const [name, question] of Object.entries(await questionsTo(store))) {
      const statements = (await recorded(() => question(0))).flat().map(({ query }) => query);
      const plans: string[] = [];
      for (const { text, values } of statements) {
        const asks = /^\s*(?:select|with)\b/i.test(text);
        const { rows } = await client.query({
          text: asks ? `explain (analyze, costs off, summary off, buffers off, timing off) ${text}` : text,
          values,
        });
        if (asks) plans.push(rows.map((row: { 'QUERY PLAN': string }) => row['QUERY PLAN']).join('\n'));
      }
      parts.push(`## ${name}\n\n${plans.map((plan) => `\`\`\`\n${plan}\n\`\`\``).join('\n\n')}`);
    }
    const text = `${introduction(cases ?? 0)}\n\n${parts.join('\n\n')}\n`;
    if (cases === null) process.stdout.write(text);
    else writeFileSync(document, text);
  } finally {
    await client.end();
    await close();
  }
}

const introduction = (cases: number): string =>
  [
    '# Query plans',
    '',
    `How PostgreSQL answers what the desk asks most, over ${cases.toLocaleString('en')} cases of which one tenant has a fifth: \`explain (analyze)\` of the`,
    'statements themselves, behind the second lock. `npm run bench -- scale` writes this page.',
  ].join('\n');
