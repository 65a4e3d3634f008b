import { use, useMemo } from 'react';
import type { PageWords } from '../src/domain/i18n/index.ts';
import { type Shell, useShell } from './shell.tsx';
import { pageWordsOf } from './words.ts';

/** What every part of the page needs, with all words that pages share. */
export interface Desk extends Shell {
  readonly words: PageWords;
}

/** For parts that are loaded when they are needed: their words came with them. */
export function useDesk(): Desk {
  const shell = useShell();
  const words = use(pageWordsOf(shell.locale));
  return useMemo(() => ({ ...shell, words }), [shell, words]);
}
