import { randomUUID } from 'node:crypto';
import type { Aim } from './figures.ts';
import { timed } from './figures.ts';
import { places, repeatable } from './sample-cases.ts';
import { sampleForm } from './sample-form.ts';

/** Milliseconds of every request, by the name of what was asked. */
export type ApiSamples = Readonly<Record<ApiMeasure, readonly number[]>>;
export const apiMeasures = [
  'create a case',
  'create a case while others’ notices are delivered',
  'list 50 open cases of a person',
  'list 50 open cases of a company',
  'next page of a company',
  'engineers’ queue',
  'search for words',
  'read one case',
] as const;
export type ApiMeasure = (typeof apiMeasures)[number];

/** At 100,000 cases on a PostgreSQL server. */
export const apiAims: Partial<Record<ApiMeasure, Aim>> = {
  'create a case': { p95: 25 },
  'list 50 open cases of a person': { p95: 20 },
  'list 50 open cases of a company': { p95: 20 },
  'next page of a company': { p95: 20 },
  'engineers’ queue': { p95: 20 },
  'read one case': { p95: 10 },
};

export interface Callers {
  /** A bearer token of somebody who manages the largest tenant's cases. */
  readonly customer: string;
  readonly engineer: string;
}

interface Page {
  readonly items: readonly { readonly number: string }[];
  readonly next: string | null;
}

/** One client, one request at a time, over HTTP; `rounds` requests of each kind after as many to warm up as fit in a tenth of them. */
export async function measureApi<M extends ApiMeasure>(
  desk: string,
  { customer, engineer }: Callers,
  { rounds, measures }: { readonly rounds: number; readonly measures: readonly M[] },
): Promise<Pick<ApiSamples, M>> {
  const random = repeatable(7);
  const get = async <T>(path: string, token = customer): Promise<T> => (await call(`${desk}/api/v1${path}`, token)) as T;
  const company = '/cases?list=company&state=open&limit=50';
  // Of a thousand cases, too, there is a next page behind so short a first one.
  const first = await get<Page>('/cases?list=company&state=open&limit=10');
  const known = (await get<Page>('/cases?list=company&state=all&limit=100')).items.map(({ number }) => number);
  const created: string[] = [];
  const create = async (index: number) => created.push((await createCase(desk, customer, index)).number);
  const work: Record<ApiMeasure, (index: number) => Promise<unknown>> = {
    'create a case': create,
    'create a case while others’ notices are delivered': create,
    'list 50 open cases of a person': () => get('/cases?list=mine&state=open&limit=50'),
    'list 50 open cases of a company': () => get(company),
    'next page of a company': () => get(`${company}&cursor=${encodeURIComponent(first.next ?? '')}`),
    'engineers’ queue': () => get('/cases?list=queue&limit=50', engineer),
    'search for words': (index) =>
      get(`/cases?list=company&state=all&limit=50&q=${places[index % places.length]}%20${2 + Math.floor(random() * 900)}`),
    'read one case': (index) => get(`/cases/${(index % 2 ? created : known)[index % (index % 2 ? created.length : known.length)]}`),
  };
  const samples: Partial<Record<M, number[]>> = {};
  for (const name of measures) {
    await timed(Math.ceil(rounds / 10), work[name]);
    samples[name] = await timed(rounds, work[name]);
  }
  return samples as Pick<ApiSamples, M>;
}

/** @param token a bearer token of whoever asks */
export function createCase(desk: string, token: string, index: number): Promise<{ readonly number: string; readonly openedAt: string }> {
  const input = { ...sampleForm, title: `${sampleForm.title} ${index}` };
  return call(`${desk}/api/v1/cases`, token, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ caseType: 'numberAcquisition', input }),
  }) as ReturnType<typeof createCase>;
}

async function call(url: string, token: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${url} was answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
