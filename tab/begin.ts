import type { QueryClient } from '@tanstack/react-query';
import { clouds } from '../src/domain/clouds.ts';
import { localeOf } from '../src/domain/i18n/locale.ts';
import { type Api, createApi } from './api.ts';
import { Problem } from './problem.ts';
import { casesQuery } from './queries.ts';
import { type Returned, returnedFrom } from './returned.ts';
import { addressOf, firstList, readRoute } from './route.ts';
import { NobodyHere, type Session, startSession } from './session.ts';
import type { AppPlace } from './shell.tsx';
import type { MeView } from './wire.ts';
import { wordsOf } from './words.ts';

/** What came of a start. */
export type Started =
  | { readonly is: 'returned'; readonly returned: Returned }
  | { readonly is: 'outside'; readonly app: AppPlace }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'ready'; readonly session: Session; readonly api: Api; readonly app: AppPlace; readonly me: MeView };

export interface Begun {
  /** Known before anything else is: in what language and colours the page waits. */
  readonly session: Promise<Session>;
  /** Never fails. */
  readonly started: Promise<Started>;
}

/** Signs in and asks for what the first view shows. It needs nothing that is drawn, so it begins before that. */
export function begin(queries: QueryClient): Begun {
  const returned = returnedFrom(window.location);
  if (returned) return { session: new Promise(() => undefined), started: Promise.resolve({ is: 'returned', returned }) };
  const session = startSession();
  return { session, started: start(session, fetchApp(), queries) };
}

async function start(starting: Promise<Session>, app: Promise<AppPlace>, queries: QueryClient): Promise<Started> {
  try {
    const session = await starting;
    let language = session.locale;
    const api = createApi(session.access, () => language);
    const asked = api.get<MeView>('/me');
    wordsOf(localeOf(language)).catch(() => undefined);
    const me = await asked;
    language = me.locale;
    session.ready();
    followLink(session.subPage);
    fetchList(queries, api, me);
    return { is: 'ready', session, api, app: await app, me };
  } catch (error) {
    if (error instanceof NobodyHere) return { is: 'outside', app: await app };
    if (error instanceof Problem) return { is: 'failed', error };
    return { is: 'failed', error: new Problem({ status: 0, code: 'silent', title: '', detail: String(error) }, '') };
  }
}

/** The list that will be shown, if one will: its rows come while the page around them is drawn. */
function fetchList(queries: QueryClient, api: Api, { views }: MeView): void {
  const route = readRoute(window.location.hash);
  const list = route.page === 'list' ? route : route.page === 'start' || route.page === 'case' ? firstList(views) : undefined;
  if (list) void queries.prefetchInfiniteQuery(casesQuery(api, list.list, list.filter));
}

/** A link that opened the app leads on to its place, unless the page's own address already names one. */
function followLink(subPage: string): void {
  const route = readRoute(subPage);
  const named = window.location.hash.replace(/^#\/?/, '') !== '';
  if (!named && subPage && route.page !== 'unknown') window.history.replaceState(null, '', addressOf(route));
}

async function fetchApp(): Promise<AppPlace> {
  const unknown = { appId: '', teams: clouds.global.teams };
  try {
    const response = await fetch('/tab/config.json');
    return response.ok ? { ...unknown, ...((await response.json()) as Partial<AppPlace>) } : unknown;
  } catch {
    return unknown;
  }
}
