import pg from 'pg';
import { sampledCases } from './content.ts';
import { type CopiedTable, type Model, openCopier, type Sample } from './copies.ts';

const batch = 5_000;

/** How a product comes by its cases. */
export interface Filling {
  /** Makes a customer over the product’s own interface. @returns its id */
  customer(name: string): Promise<number>;
  /** Makes a person who may be a case’s requester. @returns their id */
  requester(name: string): Promise<number>;
  /** Makes the cases that are copied, after all customers and requesters. */
  models(): Promise<readonly Model[]>;
  readonly tables: readonly CopiedTable[];
}

/** Fills a product’s database: everything that is few over its own interface, the many cases as copies of such as its interface made. */
export async function fill(url: string, cases: number, { customer, requester, models, tables }: Filling): Promise<void> {
  const sampled = [...sampledCases(cases)];
  const customers = await made(
    sampled.map((one) => one.customer),
    customer,
  );
  const requesters = await made(
    sampled.map((one) => one.requester),
    requester,
  );
  const client = new pg.Client({ connectionString: url });
  const modelled = await models();
  await client.connect();
  try {
    const copier = await openCopier(client, modelled, tables);
    const samples = sampled.map(
      (one, n): Sample => ({ ...one, n, customer: customers.get(one.customer) ?? 0, requester: requesters.get(one.requester) ?? 0 }),
    );
    for (let from = 0; from < samples.length; from += batch) await copier.copy(samples.slice(from, from + batch));
    await copier.end();
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

async function made(names: readonly string[], make: (name: string) => Promise<number>): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for (const name of new Set(names)) ids.set(name, await make(name));
  return ids;
}
