import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Locale, type Words, words } from '../src/domain/i18n/index.ts';
import type { Api } from './api.ts';
import type { Session } from './session.ts';
import type { MeView } from './wire.ts';

/** What every part of the page needs: the API, who is here, their language and zone. */
export interface Desk {
  readonly api: Api;
  readonly session: Session;
  readonly appId: string;
  readonly me: MeView;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly words: Words;
}

const DeskContext = createContext<Desk | undefined>(undefined);

export function DeskProvider({ value, children }: { readonly value: Omit<Desk, 'words'>; readonly children: ReactNode }) {
  const { api, session, appId, me, locale, timeZone } = value;
  const desk = useMemo(
    () => ({ api, session, appId, me, locale, timeZone, words: words(locale) }),
    [api, session, appId, me, locale, timeZone],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This part stands outside of DeskProvider.');
  return desk;
}

/** For what is also shown before one is signed in. */
export const LocaleContext = createContext<Locale>('en');
export const useWords = (): Words => words(useContext(LocaleContext));
