import { plural } from './plural.ts';

/** What leads to them, and is there with every page. */
export const packsNav = {
  nav: 'Packs',
  waiting: (count: number) => plural(count, '1 request waits', 'requests wait'),
};
