import { createContext, type ReactNode, use, useContext, useMemo } from 'react';
import type { Locale, PageWords } from '../src/domain/i18n/index.ts';
import type { Api } from './api.ts';
import type { Session } from './session.ts';
import type { MeView } from './wire.ts';
import { wordsOf } from './words.ts';

/** Which app this is, and where the Teams of its cloud are. */
export interface AppPlace {
  readonly appId: string;
  readonly teams: string;
}

/** What every part of the page needs: the API, who is here, their language and zone. */
export interface Desk {
  readonly api: Api;
  readonly session: Session;
  readonly app: AppPlace;
  readonly me: MeView;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly words: PageWords;
}

const DeskContext = createContext<Desk | undefined>(undefined);

export function DeskProvider({ value, children }: { readonly value: Omit<Desk, 'words'>; readonly children: ReactNode }) {
  const { api, session, app, me, locale, timeZone } = value;
  const words = use(wordsOf(locale));
  const desk = useMemo(() => ({ api, session, app, me, locale, timeZone, words }), [api, session, app, me, locale, timeZone, words]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This part stands outside of DeskProvider.');
  return desk;
}

/** For what is also shown before one is signed in. */
export const LocaleContext = createContext<Locale>('en');
export const useWords = (): PageWords => use(wordsOf(useContext(LocaleContext)));
