import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { connectTeams } from '../../src/local/teams-client.ts';
import { withDesk } from '../desk.ts';
import { sampleDetails } from '../sample-form.ts';
import { ask, filledStore } from '../stores.ts';
import { knownCases } from './content.ts';
import { type Answer, type Caller, callerOf, said } from './http.ts';
import { openMailSink } from './mail-sink.ts';
import type { Client, Product } from './product.ts';

/** Runs the desk with so many cases in a database of its own on that server, as it is started, for as long as `work` takes. */
export async function withCaseDesk<T>(server: string, cases: number, work: (desk: Product) => Promise<T>): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const place = opened.adopt(await filledStore(server, cases), (made) => made.remove());
  const sink = opened.adopt(await openMailSink(), (made) => made.close());
  const database = place.databaseUrl ?? '';
  const settled = async () => {
    while ((await ask(database, 'select from outbox limit 1')).length > 0) await wait(500);
  };
  const known = await knownCases(cases, (descriptions) =>
    ask(database, 'select id, description from cases where description = any($1)', [descriptions]),
  );
  const measured = async (url: string, standIn: string) => {
    const teams = await connectTeams(standIn);
    const [customer = '', engineer = ''] = await Promise.all(['Camille', 'Nadia'].map((name) => teams.asPerson(name).ssoToken()));
    const client = async () => clientOf(callerOf(url, bearer(customer), true), callerOf(url, bearer(engineer), true));
    return work({ name: 'Case Desk', known, client, mails: async () => sink.count(), settled });
  };
  return await withDesk(place, measured, { SMTP_URL: sink.url, MAIL_FROM: 'desk@bench.example' });
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

interface Listed {
  readonly items: readonly { readonly title: string }[];
}
interface Viewed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly timeline: readonly { readonly text?: string | null }[];
}

/** The requester opens, lists, searches and reads; an engineer answers and closes. */
function clientOf(customer: Caller, engineer: Caller): Client {
  /** The version that one must have seen to close. */
  const versions = new Map<string, string>();
  const seen = (answer: Answer): Viewed => {
    const view = said<Viewed>(answer);
    versions.set(view.id, answer.headers.etag ?? '');
    return view;
  };
  const list = async (query: Record<string, string>) => {
    const asked = new URLSearchParams({ list: 'company', limit: '50', ...query });
    return said<Listed>(await customer(`/api/v1/cases?${asked}`)).items.map(({ title }) => title);
  };
  return {
    async create(content) {
      const body = { caseType: 'numberAcquisition', input: { ...sampleDetails, ...content } };
      return seen(await customer('/api/v1/cases', { method: 'POST', headers: { 'idempotency-key': randomUUID() }, body })).id;
    },
    listOpen: () => list({ state: 'open' }),
    search: (words) => list({ state: 'all', q: words.join(' ') }),
    async read(id) {
      const { title, description, timeline } = seen(await customer(`/api/v1/cases/${id}`));
      return { title, texts: [description, ...timeline.map(({ text }) => text ?? '')] };
    },
    async comment(id, text) {
      seen(await engineer(`/api/v1/cases/${id}/comment`, { method: 'POST', body: { text } }));
    },
    async close(id) {
      const headers = { 'if-match': versions.get(id) ?? '' };
      seen(await engineer(`/api/v1/cases/${id}/resolve`, { method: 'POST', headers, body: {} }));
    },
  };
}
