import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openCase } from '../../src/app/cases/open-case.ts';
import type { Deps } from '../../src/app/deps.ts';
import { principalOf } from '../../src/app/people/people.ts';
import type { ListQuery, Scope, Store } from '../../src/app/ports.ts';
import { tenantGate } from '../../src/app/tenants/gate.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { sampleDirectory } from '../../src/local/directory.ts';
import { contoso, operator } from '../../src/local/organisations.ts';
import { openStore } from '../../src/store/open.ts';
import { type Row, rowOf, timed } from '../figures.ts';
import { places } from '../sample-cases.ts';
import { sampleForm } from '../sample-form.ts';
import { ask, copyOf, filledStore } from '../stores.ts';
import { type Recorded, recorded, replay } from './recorder.ts';

/** Different ones of each question, asked in turn. */
const variants = 20;
/** Connections that one piece of work uses at the same time, at most. */
const connections = 3;

interface Compared {
  readonly desk: readonly number[];
  readonly alone: readonly number[];
}

/**
 * What the store makes of a question, and the same statements by `pg` alone, in turn, by one process over one server; and the same for a whole
 * case opened, from the principal to the commit, whose statements are replayed over a copy of the database.
 */
export async function queryRows(
  server: string,
  { cases, rounds, judge }: { cases: number; rounds: number; judge: boolean },
): Promise<Row[]> {
  await using opened = new AsyncDisposableStack();
  const place = opened.adopt(await filledStore(server, cases), (made) => made.remove());
  const copy = await copyOf(server, place.databaseUrl ?? '');
  const { store, blobs } = opened.adopt(await openStore(place), (made) => made.close());
  const aloneOn = async (url: string) => {
    const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url, pipeline: true }));
    for (const client of clients) {
      await client.connect();
      opened.defer(() => client.end());
    }
    return clients;
  };
  const here = await aloneOn(place.databaseUrl ?? '');
  const rows: Row[] = [];
  for (const [name, question] of Object.entries(await questionsTo(store))) {
    const { desk, alone } = await compared(here, question, rounds);
    rows.push(...rowsOf(`${name}, in the process`, { desk, alone }, judge ? { ratio: 1.3 } : undefined));
  }
  const deps: Deps = {
    ...{ store, blobs, directory: sampleDirectory(), settings: defaultSettings, now: () => new Date().toISOString() },
    gate: tenantGate({ tenants: store.tenants, operatorTenantId: operator.id, admission: 'open' }),
  };
  const opening = await comparedOpening(deps, await aloneOn(copy), rounds);
  const [row] = await ask<{ cases: number }>(copy, 'select count(*)::int as cases from cases');
  if (row?.cases !== cases + opening.opened) throw new Error('What was replayed opened no cases.');
  rows.push(...rowsOf('a case opened, in the process', opening));
  return rows;
}

const rowsOf = (name: string, { desk, alone }: Compared, aim?: { readonly ratio: number }): Row[] => [
  rowOf(`${name}: the same SQL by pg alone`, 'ms', alone),
  rowOf(name, 'ms', desk, { beside: { name: 'the same SQL', samples: alone }, aim }),
];

export type Question = (index: number) => Promise<unknown>;

export async function questionsTo(store: Store): Promise<Readonly<Record<string, Question>>> {
  const company: Scope = { kind: 'tenant', tenantId: contoso.id };
  const all = { personId: contoso.people[0]?.id ?? '', words: null, desk: null, country: null, status: null, cursor: null };
  const open: ListQuery = { ...all, list: 'company', state: 'open', limit: 50 };
  const { items, next } = await store.cases.list(company, { ...open, state: 'all', limit: 100 });
  const words = (index: number) => `${places[index % places.length]} ${100 + index}`;
  return {
    'list 50 open cases of a person': () => store.cases.list(company, { ...open, list: 'mine' }),
    'list 50 open cases of a company': () => store.cases.list(company, open),
    'next page of a company': () => store.cases.list(company, { ...open, state: 'all', cursor: next }),
    'engineers’ queue': () => store.cases.list({ kind: 'desks', desks: ['phoneNumbers'] }, { ...open, list: 'queue' }),
    'search for words': (index) => store.cases.list(company, { ...open, state: 'all', words: words(index) }),
    'read one case': (index) => store.cases.find(company, { number: items[index % items.length]?.number ?? '' }),
  };
}

async function compared(clients: readonly pg.Client[], question: Question, rounds: number): Promise<Compared> {
  const scripts: Recorded[] = [];
  for (let index = 0; index < variants; index += 1) scripts.push(await recorded(() => question(index)));
  const alone = (index: number) => replay(clients, scripts[index % variants] ?? []);
  await inTurn(Math.ceil(rounds / 4), (index) => question(index % variants), alone);
  return inTurn(rounds, (index) => question(index % variants), alone);
}

async function comparedOpening(deps: Deps, copy: readonly pg.Client[], rounds: number): Promise<Compared & { readonly opened: number }> {
  const by = await principalOf(deps, contoso.id, contoso.people[0]?.id ?? '');
  if (!by) throw new Error('The sample person is not known.');
  const open = async (index: number) => {
    const input = { ...sampleForm, title: `${sampleForm.title} ${index}` };
    const done = await openCase(deps, by, { caseType: 'numberAcquisition', input, onBehalfOf: null, once: { key: randomUUID() } });
    if (!done.ok) throw new Error(`No case was opened: ${JSON.stringify(done.error)}`);
  };
  const desk: number[] = [];
  const alone: number[] = [];
  const warmUp = Math.ceil(rounds / 4);
  for (let index = 0; index < warmUp + rounds; index += 1) {
    const [script, [took = 0]] = await timedRecording(() => open(index));
    const [again = 0] = await timed(1, () => replay(copy, script));
    if (index < warmUp) continue;
    desk.push(took);
    alone.push(again);
  }
  return { desk, alone, opened: warmUp + rounds };
}

async function timedRecording(work: () => Promise<unknown>): Promise<readonly [Recorded, readonly number[]]> {
  let samples: readonly number[] = [];
  const script = await recorded(async () => {
    samples = await timed(1, work);
  });
  return [script, samples];
}

/** One after the other, the second first in every other round, so that neither always finds what the other has warmed. */
async function inTurn(rounds: number, one: Question, other: Question): Promise<Compared> {
  const samples = { desk: [] as number[], alone: [] as number[] };
  for (let index = 0; index < rounds; index += 1) {
    const both = [
      { work: one, into: samples.desk },
      { work: other, into: samples.alone },
    ];
    for (const { work, into } of index % 2 ? both : both.reverse()) into.push(...(await timed(1, () => work(index))));
  }
  return samples;
}
