import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Locale, localeOf, words } from '../src/domain/i18n/index.ts';
import { type Api, createApi } from './api.ts';
import { App } from './app.tsx';
import { Announcer } from './components/announcer.tsx';
import { Boundary } from './components/boundary.tsx';
import { FailureView } from './components/failure-view.tsx';
import { StartSkeleton } from './components/skeletons.tsx';
import { LocaleContext } from './desk.tsx';
import { OutsideTeams } from './pages/outside-teams.tsx';
import { Problem } from './problem.ts';
import { createQueries } from './queries.ts';
import { addressOf, readRoute } from './route.ts';
import { NotInTeams, type Session, startSession, type Theme } from './session.ts';
import type { MeView } from './wire.ts';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

type State =
  | { readonly is: 'starting' }
  | { readonly is: 'outside'; readonly appId: string }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'ready'; readonly session: Session; readonly api: Api; readonly appId: string; readonly me: MeView };

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
    document.title = words(locale).cases.product;
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
                {state.is === 'starting' && <StartSkeleton />}
                {state.is === 'outside' && <OutsideTeams appId={state.appId} />}
                {state.is === 'failed' && (
                  <main className="page page-narrow">
                    <FailureView error={state.error} onRetry={start} level={1} />
                  </main>
                )}
                {state.is === 'ready' && <App {...state} onLocale={setLocale} />}
              </QueryClientProvider>
            </Boundary>
          </Announcer>
        </LocaleContext>
      </div>
    </FluentProvider>
  );
}

async function begin(setTheme: (theme: Theme) => void, setLocale: (locale: Locale) => void): Promise<State> {
  const appId = fetchAppId();
  try {
    const session = await startSession();
    setTheme(session.theme);
    setLocale(localeOf(session.locale));
    session.onTheme(setTheme);
    session.ready();
    let language = session.locale;
    const api = createApi(session.tokens, () => language);
    const me = await api.get<MeView>('/me');
    language = me.locale;
    setLocale(me.locale);
    followLink(session.subPage);
    return { is: 'ready', session, api, appId: await appId, me };
  } catch (error) {
    if (error instanceof NotInTeams) return { is: 'outside', appId: await appId };
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

async function fetchAppId(): Promise<string> {
  try {
    const response = await fetch('/tab/config.json');
    return response.ok ? String(((await response.json()) as { appId?: unknown }).appId ?? '') : '';
  } catch {
    return '';
  }
}

function preferredTheme(): Theme {
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
