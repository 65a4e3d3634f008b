import { app, authentication } from '@microsoft/teams-js';
import { renewing, type Tokens } from './token.ts';

export type Theme = 'light' | 'dark' | 'contrast';

/** What the page knows of where it runs. */
export interface Session {
  readonly tokens: Tokens;
  /** The language tag of the Teams client. */
  readonly locale: string;
  readonly theme: Theme;
  /** Where a Teams link led: `case/CD-…`, `list/mine`, `new`. */
  readonly subPage: string;
  onTheme(changed: (theme: Theme) => void): void;
  /** Takes away Teams' loading sign. */
  ready(): void;
}

/** Not in Teams: there is nobody to sign in. */
export class NotInTeams extends Error {}

/** Teams takes this long at most to answer, in milliseconds; the page must show something within 30 s. */
const patience = 15_000;

/**
 * Speaks with Teams first, before anything is shown.
 * @throws NotInTeams where no Teams is around; an Error where it does not answer
 */
export async function startSession(): Promise<Session> {
  if (window.parent === window && !('nativeInterface' in window)) throw new NotInTeams();
  await within(app.initialize(standIn()));
  const context = await within(app.getContext());
  return {
    tokens: renewing(() => authentication.getAuthToken()),
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

/**
 * The stand-in for Teams of the local desk, which teams-js does not know as Teams. Who may frame this page at all is said by
 * its `frame-ancestors`, and a production desk names no loopback address there.
 */
function standIn(): string[] {
  const around = URL.canParse(document.referrer) ? new URL(document.referrer) : undefined;
  return around?.hostname === '127.0.0.1' ? [around.origin] : [];
}

export function themeOf(name: string): Theme {
  return name === 'dark' || name === 'contrast' ? name : 'light';
}

function within<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Teams did not answer.')), patience);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
