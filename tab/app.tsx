import { useQueryClient } from '@tanstack/react-query';
import { Suspense, use, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Locale } from '../src/domain/i18n/index.ts';
import type { Api } from './api.ts';
import { Boundary } from './components/boundary.tsx';
import { Nav } from './components/nav.tsx';
import { OfflineBar } from './components/offline-bar.tsx';
import { SessionBar } from './components/session-bar.tsx';
import { FormSkeleton } from './components/skeletons.tsx';
import { focusSoon } from './focus.ts';
import { Pages } from './pages.tsx';
import { fetchPieces, KeysDialog, PrintPage } from './pieces.ts';
import { keys, useMeFrom } from './queries.ts';
import { firstList, type ListRoute } from './route.ts';
import type { Session } from './session.ts';
import { type AppPlace, ShellProvider } from './shell.tsx';
import { type Shortcut, singleKeys, useShortcuts } from './shortcuts.ts';
import { useRoute } from './use-route.ts';
import type { MeView } from './wire.ts';
import { wordsOf } from './words.ts';

interface AppProps {
  readonly session: Session;
  readonly api: Api;
  readonly app: AppPlace;
  readonly me: MeView;
  readonly onLocale: (locale: Locale) => void;
}

/** Everything once one is signed in: the views at the side, and what the address names. */
export function App({ session, api, app, me: atStart, onLocale }: AppProps) {
  const me = useMeFrom(api, atStart);
  const queries = useQueryClient();
  const [route, go] = useRoute();
  const [list, setList] = useState<ListRoute | undefined>(() => firstList(me.views));
  const [keysShown, showKeys] = useState(false);
  const [single, setSingle] = useState(singleKeys.read);

  const named = route.page === 'start' ? firstList(me.views) : route.page === 'list' ? route : undefined;
  if (named && named !== list && !sameList(named, list)) setList(named);
  // A press shows at once that it was felt; the page it leads to is drawn right after, and may take its time.
  const [drawn, drawnList] = [useDeferredValue(route), useDeferredValue(list)];

  useEffect(() => {
    onLocale(me.locale);
    document.documentElement.lang = me.locale;
  }, [me.locale, onLocale]);
  useEffect(() => fetchPieces(), []);
  // What the server put into words is in the language of before.
  const spoken = useRef(me.locale);
  useEffect(() => {
    if (spoken.current === me.locale) return;
    spoken.current = me.locale;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
  }, [me.locale, queries]);

  const act = (shortcut: Shortcut): boolean => {
    switch (shortcut) {
      case 'create':
        if (me.mayOpen) go({ page: 'new' });
        return me.mayOpen;
      case 'help':
        showKeys(true);
        return true;
      case 'back':
        if (route.page === 'list' || route.page === 'start') return false;
        if (route.page === 'print') {
          go({ page: 'case', number: route.number });
          return true;
        }
        go(list ?? { page: 'start' });
        focusSoon(route.page === 'case' ? `[data-number="${CSS.escape(route.number)}"]` : '#content');
        return true;
      default:
        return false;
    }
  };
  useShortcuts(act, single);

  const { tab } = use(wordsOf(me.locale));
  const value = { api, session, app, me, locale: me.locale, timeZone: me.timeZone };
  if (route.page === 'print') {
    return (
      <ShellProvider value={value}>
        <Boundary key="print">
          <Suspense fallback={<FormSkeleton />}>
            <PrintPage number={route.number} />
          </Suspense>
        </Boundary>
      </ShellProvider>
    );
  }
  return (
    <ShellProvider value={value}>
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {tab.skipToContent}
      </button>
      <div className="shell">
        <Nav route={route} list={list?.list} onKeys={() => showKeys(true)} />
        <main id="content" tabIndex={-1} className="content">
          <OfflineBar />
          {session.own && <SessionBar own={session.own} />}
          <Pages route={drawn} list={drawnList} />
        </main>
      </div>
      {keysShown && (
        <Suspense fallback={null}>
          <KeysDialog
            single={single}
            onSingle={(on) => {
              singleKeys.write(on);
              setSingle(on);
            }}
            onClose={() => showKeys(false)}
          />
        </Suspense>
      )}
    </ShellProvider>
  );
}

const sameList = (a: ListRoute, b: ListRoute | undefined): boolean =>
  b !== undefined && a.list === b.list && JSON.stringify(a.filter) === JSON.stringify(b.filter);
