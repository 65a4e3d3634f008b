import { app, authentication } from '@microsoft/teams-js';
import { clouds } from '../src/domain/clouds.ts';
import { type Access, byToken } from './access.ts';
import { type OwnSession, ownSession } from './own-session.ts';
import { Problem } from './problem.ts';
import { onPreferredTheme, preferredTheme, type Theme, themeOf } from './theme.ts';
import { renewing } from './token.ts';

/** What the page knows of where it runs. */
export interface Session {
  readonly access: Access;
  /** In a browser outside Teams: the session one signed in to. */
  readonly own?: OwnSession;
  /** The language tag of the Teams client, or of the browser. */
  readonly locale: string;
  readonly theme: Theme;
  /** Where a Teams link led: `case/CD-…`, `list/mine`, `new`. */
  readonly subPage: string;
  onTheme(changed: (theme: Theme) => void): void;
  /** Takes away Teams' loading sign. */
  ready(): void;
}

/** Neither in Teams nor signed in: there is nobody to go by. */
export class NobodyHere extends Error {}

/** Teams takes this long at most to answer, in milliseconds; the page must show something within 30 s. */
const patience = 15_000;

export const isFramed = (): boolean => window.parent !== window || 'nativeInterface' in window;

/**
 * Speaks with Teams first, before anything is shown; outside Teams it asks whether this browser has a session.
 * @throws NobodyHere where no Teams is around and nobody signed in; an Error where Teams does not answer
 */
export async function startSession(): Promise<Session> {
  if (!isFramed()) return inBrowser();
  await within(app.initialize(knownOrigins()));
  const tokens = renewing(askedAhead(() => authentication.getAuthToken()));
  const context = await within(app.getContext());
  return {
    access: byToken(tokens),
    locale: context.app.locale,
    theme: themeOf(context.app.theme),
    subPage: context.page.subPageId ?? '',
    onTheme: (changed) => app.registerOnThemeChangeHandler((name) => changed(themeOf(name))),
    ready() {
      app.notifyAppLoaded();
      app.notifySuccess();
    },
  };
}

/** Asks for the first at once: who wants it first takes it, or hears why there is none. */
function askedAhead<T>(ask: () => Promise<T>): () => Promise<T> {
  let ahead: Promise<T> | undefined = ask();
  ahead.catch(() => undefined);
  return () => {
    const first = ahead;
    ahead = undefined;
    return first ?? ask();
  };
}

async function inBrowser(): Promise<Session> {
  const response = await fetch('/session').catch(() => undefined);
  if (!response) throw new Problem({ status: 0, code: 'offline', title: '', detail: '' }, 'GET /session');
  // A desk that nobody can sign in to has no such address.
  const { signedIn } = response.ok ? ((await response.json()) as { signedIn: boolean }) : { signedIn: false };
  if (!signedIn) throw new NobodyHere();
  const own = ownSession();
  return {
    access: own.access,
    own,
    locale: navigator.language,
    theme: preferredTheme(),
    subPage: '',
    onTheme: onPreferredTheme,
    ready: () => undefined,
  };
}

/**
 * Origins of Teams that teams-js does not know as such: of other clouds, and the local desk's stand-in. Who may frame this page at all is said by
 * its `frame-ancestors`, and a production desk names no loopback address there.
 */
export function knownOrigins(): string[] {
  const around = URL.canParse(document.referrer) ? new URL(document.referrer) : undefined;
  return [...Object.values(clouds).map(({ teams }) => teams), ...(around?.hostname === '127.0.0.1' ? [around.origin] : [])];
}

function within<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Teams did not answer.')), patience);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
