import { FluentProvider } from '@fluentui/react-components';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useInsertionEffect, useLayoutEffect, useState } from 'react';
import { type Locale, localeOf } from '../src/domain/i18n/locale.ts';
import { App } from './app.tsx';
import { type Begun, begin, type Started } from './begin.ts';
import { Announcer } from './components/announcer.tsx';
import { Boundary } from './components/boundary.tsx';
import { FailedStart } from './pages/failed-start.tsx';
import { OutsideTeams } from './pages/outside-teams.tsx';
import { ReturnedPage } from './pieces.ts';
import type { Session } from './session.ts';
import { LocaleContext } from './shell.tsx';
import { wear } from './theme.ts';
import { showWaiting } from './waiting.ts';
import { wordsOf } from './words.ts';

export interface Shown {
  readonly session: Session | undefined;
  readonly started: Started;
}

/** What came of a start, with the words to show it in. */
export async function settled({ session, started }: Begun): Promise<Shown> {
  const shown = { session: await session, started: await started };
  await wordsOf(localeFor(shown)).catch(() => undefined);
  return shown;
}

const localeFor = ({ session, started }: Shown): Locale =>
  started.is === 'ready' ? started.me.locale : localeOf(session?.locale ?? navigator.language);

interface StartProps {
  readonly queries: QueryClient;
  readonly first: Shown;
}

/** Shows the app once one is signed in, or what stands in its way. */
export function Start({ queries, first }: StartProps) {
  const [shown, setShown] = useState<Shown | undefined>(first);
  const [locale, setLocale] = useState<Locale>(() => localeFor(first));
  useEffect(() => {
    if (!shown) return;
    setLocale(localeFor(shown));
    if (!shown.session) return;
    wear(shown.session.theme);
    shown.session.onTheme(wear);
  }, [shown]);
  // Before any part of what is drawn says that it still waits.
  useInsertionEffect(() => showWaiting(false), []);
  const retry = useCallback(() => {
    setShown(undefined);
    void settled(begin()).then(setShown);
  }, []);
  useEffect(() => {
    if (document.documentElement.lang !== locale) document.documentElement.lang = locale;
    wordsOf(locale).then(
      ({ cases }) => {
        document.title = cases.product;
      },
      () => {},
    );
  }, [locale]);

  return (
    <FluentProvider>
      <div className="root">
        <LocaleContext value={locale}>
          <Announcer>
            <Boundary>
              <QueryClientProvider client={queries}>
                {!shown && <Waiting />}
                {/* Whatever is shown waits for its words. */}
                <Suspense fallback={<Waiting />}>
                  {shown && <Outcome started={shown.started} onRetry={retry} onLocale={setLocale} />}
                </Suspense>
              </QueryClientProvider>
            </Boundary>
          </Announcer>
        </LocaleContext>
      </div>
    </FluentProvider>
  );
}

interface OutcomeProps {
  readonly started: Started;
  readonly onRetry: () => void;
  readonly onLocale: (locale: Locale) => void;
}

function Outcome({ started, onRetry, onLocale }: OutcomeProps) {
  switch (started.is) {
    case 'returned':
      return <ReturnedPage returned={started.returned} />;
    case 'outside':
      return <OutsideTeams app={started.app} />;
    case 'failed':
      return <FailedStart error={started.error} onRetry={onRetry} />;
    case 'ready':
      return <App {...started} onLocale={onLocale} />;
    default: {
      const other: never = started;
      return other;
    }
  }
}

function Waiting() {
  useLayoutEffect(() => {
    showWaiting(true);
    return () => showWaiting(false);
  }, []);
  return null;
}
