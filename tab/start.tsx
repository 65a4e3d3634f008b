import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { type Locale, localeOf } from '../src/domain/i18n/locale.ts';
import { App } from './app.tsx';
import { type Begun, begin, type Started } from './begin.ts';
import { Announcer } from './components/announcer.tsx';
import { Boundary } from './components/boundary.tsx';
import { StartSkeleton } from './components/skeletons.tsx';
import { FailedStart } from './pages/failed-start.tsx';
import { OutsideTeams } from './pages/outside-teams.tsx';
import { ReturnedPage } from './pieces.ts';
import { LocaleContext } from './shell.tsx';
import { preferredTheme, type Theme } from './theme.ts';
import { wordsOf } from './words.ts';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

interface StartProps {
  readonly queries: QueryClient;
  readonly begun: Begun;
}

/** Shows the app once one is signed in, or what stands in its way. */
export function Start({ queries, begun: first }: StartProps) {
  const [begun, setBegun] = useState(first);
  const [state, setState] = useState<Started>();
  const [theme, setTheme] = useState<Theme>(preferredTheme);
  // Words are loaded in the language that is shown and no other, so not before it is known.
  const [known, setLocale] = useState<Locale>();
  const locale = known ?? localeOf(navigator.language);

  useEffect(() => {
    begun.session.then(
      (session) => {
        setTheme(session.theme);
        setLocale(localeOf(session.locale));
        session.onTheme(setTheme);
      },
      () => undefined,
    );
    begun.started.then((started) => {
      if (started.is === 'ready') setLocale(started.me.locale);
      setState(started);
    });
  }, [begun]);
  const retry = useCallback(() => {
    setState(undefined);
    setBegun(begin(queries));
  }, [queries]);
  useEffect(() => {
    document.documentElement.lang = locale;
    if (!known && !state) return;
    wordsOf(locale).then(
      ({ cases }) => {
        document.title = cases.product;
      },
      () => {},
    );
  }, [locale, known, state]);
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
                {!state && <StartSkeleton says={known !== undefined} />}
                {/* Whatever is shown waits for its words. */}
                <Suspense fallback={<StartSkeleton says={false} />}>
                  {state?.is === 'returned' && <ReturnedPage returned={state.returned} />}
                  {state?.is === 'outside' && <OutsideTeams app={state.app} />}
                  {state?.is === 'failed' && <FailedStart error={state.error} onRetry={retry} />}
                  {state?.is === 'ready' && <App {...state} onLocale={setLocale} />}
                </Suspense>
              </QueryClientProvider>
            </Boundary>
          </Announcer>
        </LocaleContext>
      </div>
    </FluentProvider>
  );
}
