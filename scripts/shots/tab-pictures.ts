import type { FrameLocator } from 'playwright-core';
import type { Language, Who } from './looks.ts';
import type { SampleWork } from './sample-work.ts';

/** A page of the tab: who sees it, and the deep link that leads there. */
export interface TabPicture {
  readonly name: string;
  readonly as: Who;
  readonly sub: (work: SampleWork, language: Language) => string;
  /** What is done on the page before the picture. */
  readonly then?: (tab: FrameLocator) => Promise<void>;
}

const page = (name: string, as: Who, sub: TabPicture['sub'] | string, then?: TabPicture['then']): TabPicture => ({
  name,
  as,
  sub: typeof sub === 'string' ? () => sub : sub,
  ...(then && { then }),
});

export const tabPictures: readonly TabPicture[] = [
  page('list-mine', 'customer', 'list/mine'),
  page('list-company', 'customer', 'list/company?state=all'),
  page('list-found', 'customer', (_, language) => `list/company?state=all&q=${{ en: 'Seattle', fr: 'Lyon' }[language]}`),
  page('list-all-mine', 'customer', 'list/mine?state=all'),
  page('case-in-progress', 'customer', ({ lively }, language) => `case/${lively[language]}`),
  page('case-waiting', 'customer', ({ waiting }, language) => `case/${waiting[language]}`),
  page('case-resolved', 'customer', ({ resolved }, language) => `case/${resolved[language]}`),
  page('case-of-engineer', 'engineer', ({ lively }, language) => `case/${lively[language]}`),
  page('incident-split', 'customer', ({ incidents }, language) => `case/${incidents[language].whole}`),
  page('incident-part', 'customer', ({ incidents }, language) => `case/${incidents[language].part}`),
  page('incident-of-lead', 'lead', ({ incidents }, language) => `case/${incidents[language].part}`),
  page(
    'incident-answer',
    'customer',
    ({ incidents }, language) => `case/${incidents[language].part}`,
    (tab) =>
      tab
        .locator('.case-actions button', { hasText: /solution/ })
        .first()
        .click(),
  ),
  page(
    'incident-close',
    'lead',
    ({ incidents }, language) => `case/${incidents[language].part}`,
    (tab) => tab.locator('.case-actions button', { hasText: /unresolved|sans solution/ }).click(),
  ),
  page('print', 'customer', ({ lively }, language) => `print/${lively[language]}`),
  page(
    'print-with-internal',
    'engineer',
    ({ lively }, language) => `print/${lively[language]}`,
    (tab) => tab.getByRole('checkbox').check(),
  ),
  page('case-unknown', 'customer', 'case/CD-2222-2222'),
  page('new', 'customer', 'new'),
  page('draft-with-faults', 'customer', ({ draft }, language) => `draft/${draft[language]}`),
  page(
    'draft-number-list',
    'customer',
    ({ draft }, language) => `draft/${draft[language]}`,
    (tab) =>
      tab
        .locator('text=/numeros-lille|tacoma/')
        .first()
        .evaluate((name) => name.scrollIntoView({ block: 'start' })),
  ),
  page(
    'case-timeline',
    'customer',
    ({ lively }, language) => `case/${lively[language]}`,
    (tab) =>
      tab
        .locator('textarea')
        .last()
        .evaluate((written) => written.scrollIntoView({ block: 'end' })),
  ),
  page('drafts', 'customer', 'drafts'),
  page('profile', 'customer', 'profile'),
  page('feedback', 'customer', 'feedback'),
  page('queue', 'engineer', 'list/queue'),
  page('channels', 'engineer', 'channels'),
  page('channel-change', 'engineer', 'channels', (tab) => tab.locator('.record-acts button').first().click()),
  page('new-for-customers', 'partner', 'new', (tab) => tab.getByRole('button', { name: /Cloud services|Services cloud/ }).click()),
  page('replies', 'lead', 'replies'),
  page('outages', 'lead', 'outages'),
  page('outage', 'lead', ({ others }) => `outage/${others.outage}`),
  page('case-of-room', 'lead', ({ others }) => `case/${others.incident}`),
  page('case-for-customer', 'partner', ({ others }) => `case/${others.forCustomer}`),
  page('list-customers', 'partner', 'list/customers'),
  page('reports', 'lead', 'reports'),
  page('reports-more', 'lead', 'reports', (tab) =>
    tab
      .locator('.figure')
      .last()
      .evaluate((figure) => figure.scrollIntoView({ block: 'end' })),
  ),
  page('reports-organisation', 'customer', 'reports'),
  page('reports-customers', 'partner', 'customers'),
  page('packs', 'lead', 'packs'),
  page('partners', 'lead', 'partners'),
  page('partner-record', 'lead', 'partners', (tab) => tab.locator('.record-acts button').first().click()),
  page('own-packs', 'customer', 'packs'),
  page('rooms', 'customer', 'rooms'),
  page('organisation', 'customer', 'organisation'),
  page('list-nothing-found', 'customer', 'list/company?state=all&q=xylophone'),
];
