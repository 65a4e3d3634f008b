import { clouds } from '../src/domain/clouds.ts';
import { localeOf } from '../src/domain/i18n/locale.ts';
import { type Api, createApi } from './api.ts';
import { pathOfList } from './list-path.ts';
import { Problem } from './problem.ts';
import { type Returned, returnedFrom } from './returned.ts';
import { addressOf, firstList, type ListRoute, readRoute } from './route.ts';
import { NobodyHere, type Session, startSession } from './session.ts';
import type { AppPlace } from './shell.tsx';
import type { MeView } from './wire.ts';
import { wordsOf } from './words.ts';

/** What came of a start. */
export type Started =
  | { readonly is: 'returned'; readonly returned: Returned }
  | { readonly is: 'outside'; readonly app: AppPlace }
  | { readonly is: 'failed'; readonly error: unknown }
  | Ready;

export interface Ready {
  readonly is: 'ready';
  readonly session: Session;
  readonly api: Api;
  readonly app: AppPlace;
  readonly me: MeView;
  /** Whose rows are under way. */
  readonly list: ListRoute | undefined;
}

/** Neither of its promises fails. */
export interface Begun {
  /** Known before anything else is: in what language and colours the page waits. None where nobody could be found. */
  readonly session: Promise<Session | undefined>;
  readonly started: Promise<Started>;
}

/** Signs in and asks for what the first view shows. It needs nothing that is drawn, so it begins before what draws it is here. */
export function begin(): Begun {
  const returned = returnedFrom(window.location);
  if (returned) return { session: Promise.resolve(undefined), started: Promise.resolve({ is: 'returned', returned }) };
  const session = startSession();
  return { session: session.catch(() => undefined), started: start(session, fetchApp()) };
}

async function start(starting: Promise<Session>, app: Promise<AppPlace>): Promise<Started> {
  try {
    const session = await starting;
    let language = session.locale;
    const api = createApi(session.access, () => language);
    followLink(session.subPage);
    const asked = api.get<MeView>('/me');
    const named = listOf(window.location.hash, undefined);
    if (named) api.ahead(pathOfList(named, ''));
    wordsOf(localeOf(language)).catch(() => undefined);
    const me = await asked;
    language = me.locale;
    session.ready();
    const list = named ?? listOf(window.location.hash, me.views);
    if (list && list !== named) api.ahead(pathOfList(list, ''));
    return { is: 'ready', session, api, app: await app, me, list };
  } catch (error) {
    if (error instanceof NobodyHere) return { is: 'outside', app: await app };
    if (error instanceof Problem) return { is: 'failed', error };
    return { is: 'failed', error: new Problem({ status: 0, code: 'silent', title: '', detail: String(error) }, '') };
  }
}

/** The list that will be shown, if one will. @param views those this person has, once they are known */
function listOf(address: string, views: MeView['views'] | undefined): ListRoute | undefined {
  const route = readRoute(address);
  if (route.page === 'list') return route;
  return views && (route.page === 'start' || route.page === 'case') ? firstList(views) : undefined;
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
