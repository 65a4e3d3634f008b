import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { clouds } from '../src/domain/clouds.ts';
import { type Locale, localeOf } from '../src/domain/i18n/locale.ts';
import { type Api, createApi } from './api.ts';
import { App } from './app.tsx';
import { Announcer } from './components/announcer.tsx';
import { Boundary } from './components/boundary.tsx';
import { StartSkeleton } from './components/skeletons.tsx';
import { type AppPlace, LocaleContext } from './desk.tsx';
import { FailedStart } from './pages/failed-start.tsx';
import { OutsideTeams } from './pages/outside-teams.tsx';
import { ReturnedPage } from './pieces.ts';
import { Problem } from './problem.ts';
import { createQueries } from './queries.ts';
import { type Returned, returnedFrom } from './returned.ts';
import { addressOf, readRoute } from './route.ts';
import { NobodyHere, type Session, startSession } from './session.ts';
import { preferredTheme, type Theme } from './theme.ts';
import type { MeView } from './wire.ts';
import { wordsOf } from './words.ts';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

type State =
  | { readonly is: 'starting' }
  | { readonly is: 'returned'; readonly returned: Returned }
  | { readonly is: 'outside'; readonly app: AppPlace }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'ready'; readonly session: Session; readonly api: Api; readonly app: AppPlace; readonly me: MeView };

/** Signs in, and shows the app, or what stands in its way. */
export function Start() {
  const [state, setState] = useState<State>({ is: 'starting' });
  const [theme, setTheme] = useState<Theme>(preferredTheme);
  const [locale, setLocale] = useState<Locale>(() => localeOf(navigator.language));
  const queries = useMemo(createQueries, []);

  const start = useCallback(async () => {
    setState({ is: 'starting' });
    setState(await begin(setTheme, setLocale));
  }, []);
  useEffect(() => void start(), [start]);
  useEffect(() => {
    document.documentElement.lang = locale;
    wordsOf(locale).then(
      ({ cases }) => {
        document.title = cases.product;
      },
      () => {},
    );
  }, [locale]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <FluentProvider theme={themes[theme]}>
      <div className="root">
        <LocaleContext value={locale}>
          <Announcer>
            <Boundary>
              <QueryClientProvider client={queries}>
                {/* Whatever is shown waits for its words. */}
                <Suspense fallback={null}>{state.is === 'starting' && <StartSkeleton />}</Suspense>
                <Suspense fallback={null}>
                  {state.is === 'returned' && <ReturnedPage returned={state.returned} />}
                  {state.is === 'outside' && <OutsideTeams app={state.app} />}
                  {state.is === 'failed' && <FailedStart error={state.error} onRetry={start} />}
                  {state.is === 'ready' && <App {...state} onLocale={setLocale} />}
                </Suspense>
              </QueryClientProvider>
            </Boundary>
          </Announcer>
        </LocaleContext>
      </div>
    </FluentProvider>
  );
}

async function begin(setTheme: (theme: Theme) => void, setLocale: (locale: Locale) => void): Promise<State> {
  const returned = returnedFrom(window.location);
  if (returned) return { is: 'returned', returned };
  const app = fetchApp();
  try {
    const session = await startSession();
    setTheme(session.theme);
    setLocale(localeOf(session.locale));
    session.onTheme(setTheme);
    session.ready();
    let language = session.locale;
    const api = createApi(session.access, () => language);
    const me = await api.get<MeView>('/me');
    language = me.locale;
    setLocale(me.locale);
    followLink(session.subPage);
    return { is: 'ready', session, api, app: await app, me };
  } catch (error) {
    if (error instanceof NobodyHere) return { is: 'outside', app: await app };
    if (error instanceof Problem) return { is: 'failed', error };
    return { is: 'failed', error: new Problem({ status: 0, code: 'silent', title: '', detail: String(error) }, '') };
  }
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
