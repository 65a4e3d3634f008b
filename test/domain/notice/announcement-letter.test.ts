import { expect, test } from '@jest/globals';
import type { LetterContent } from '../../../src/domain/notice/letter.ts';
import { letterMail } from '../../../src/domain/notice/wording.ts';

type News = Extract<LetterContent, { letter: 'announcementNews' }>;
const says = (ends: News['ends']): News => ({
  ...{ letter: 'announcementNews', name: 'Léa', announcement: 'Mail is late', id: 'EX1', ends, timeZone: 'Europe/Paris' },
  posts: ends === 'gone' ? [] : [{ at: '2026-11-20T08:10:00.000Z', text: 'A <b>fix</b> is out.' }],
});
const mail = (locale: 'en' | 'fr', ends: News['ends']) =>
  letterMail({ locale, says: says(ends) }, { deskUrl: 'https://desk.example', tabLink: (page) => page });

test('CS-12 whoever follows reads what Microsoft wrote, to the letter, with when in their own time, and who says so', () => {
  const { subject, blocks } = mail('en', null);
  expect(subject).toBe('News of: Mail is late');
  expect(blocks).toEqual([
    { is: 'says', text: 'Hello Léa. Microsoft has news of “Mail is late” (EX1), which you follow.' },
    { is: 'entry', text: 'Microsoft writes', at: '20 Nov 2026, 09:10' },
    { is: 'quote', text: 'A <b>fix</b> is out.' },
  ]);
});

test('CS-12 G-13 the end is told in the reader’s language, and so is that Microsoft tells of it no more', () => {
  const [over, gone] = [mail('fr', 'over'), mail('fr', 'gone')].map(({ blocks }) =>
    blocks.map((block) => ('text' in block ? block.text : '')),
  );
  expect(over?.[0]).toContain('« Mail is late » (EX1), que vous suivez, est résolu.');
  expect(over?.[1]).toBe('Microsoft écrit, en anglais');
  expect(gone).toHaveLength(1);
  expect(gone?.[0]).toContain('ne signale plus « Mail is late » (EX1)');
});
