import { createContext, type ReactNode, use, useContext, useMemo } from 'react';
import type { FirstWords, Locale } from '../src/domain/i18n/index.ts';
import type { Api } from './api.ts';
import type { Session } from './session.ts';
import type { MeView } from './wire.ts';
import { wordsOf } from './words.ts';

/** Which app this is, and where the Teams of its cloud are. */
export interface AppPlace {
  readonly appId: string;
  readonly teams: string;
}

/** What every part of the page needs: the API, who is here, their language and zone; of the words those of the first view. */
export interface Shell {
  readonly api: Api;
  readonly session: Session;
  readonly app: AppPlace;
  readonly me: MeView;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly words: FirstWords;
}

const ShellContext = createContext<Shell | undefined>(undefined);

export function ShellProvider({ value, children }: { readonly value: Omit<Shell, 'words'>; readonly children: ReactNode }) {
  const { api, session, app, me, locale, timeZone } = value;
  const words = use(wordsOf(locale));
  const shell = useMemo(() => ({ api, session, app, me, locale, timeZone, words }), [api, session, app, me, locale, timeZone, words]);
  return <ShellContext value={shell}>{children}</ShellContext>;
}

/** For what the first view shows; every other part takes `useDesk`, which has all words of the page. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('This part stands outside of ShellProvider.');
  return shell;
}

/** For what is also shown before one is signed in. */
export const LocaleContext = createContext<Locale>('en');
export const useWords = (): FirstWords => use(wordsOf(useContext(LocaleContext)));
