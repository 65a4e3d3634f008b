import type { PageWords } from '../en/on-page.ts';
import { plural } from './plural.ts';

export const packsNav: PageWords['packs'] = {
  nav: 'Lots',
  waiting: (count) => plural(count, '1 demande en attente', 'demandes en attente'),
};
