import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { contoso } from '../src/local/organisations.ts';
import { startPostgres } from '../test/postgres.ts';
import type { Population } from './sample-cases.ts';
import { type Place, seed } from './seed.ts';

export type StoreKind = 'server' | 'embedded';

export interface FilledStore extends Place {
  remove(): void;
}

/** A PostgreSQL server that keeps what it acknowledges, as in production: commits reach the disk. */
export async function startServer(): Promise<{ readonly url: string; readonly version: string; stop(): Promise<void> }> {
  const server = await startPostgres(['shared_buffers=256MB']);
  const [first] = await ask<{ server_version: string }>(server.url, 'show server_version');
  return { ...server, version: first?.server_version ?? 'unknown' };
}

/** A store of its own with this many cases of fifty tenants or of one for each thousand, a fifth of them Contoso’s. @param server without one it is embedded */
export async function filledStore(server: string | undefined, cases: number): Promise<FilledStore> {
  const databaseUrl = server && (await newDatabase(server));
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    await seed({ dataDir, databaseUrl }, populationOf(cases));
  } catch (error) {
    remove();
    throw error;
  }
  return { dataDir, databaseUrl, remove };
}

/** This many cases, with Contoso as the largest tenant. */
export function populationOf(cases: number): Population {
  const [person] = contoso.people;
  return {
    cases,
    tenants: Math.max(50, cases / 1_000),
    largest: { tenantId: contoso.id, person: { id: person?.id ?? '', name: person?.name ?? '' } },
  };
}

async function newDatabase(server: string): Promise<string> {
  const name = `desk_${randomUUID().replaceAll('-', '')}`;
  await ask(server, `create database ${name}`);
  return databaseOn(server, name);
}

/** Another database with all that is in this one, to which nobody may be connected. @returns its address */
export async function copyOf(server: string, url: string): Promise<string> {
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  await ask(server, `create database ${name} template ${new URL(url).pathname.slice(1)}`);
  return databaseOn(server, name);
}

/** The address of that database on the server. */
export function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement over a connection of its own. */
export async function ask<R extends pg.QueryResultRow>(url: string, statement: string, values: readonly unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
