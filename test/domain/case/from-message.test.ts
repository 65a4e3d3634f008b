import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inputFrom, shortened, titleFrom } from '../../../src/domain/case/from-message.ts';

const message = { text: 'The line is dead.\nSince this morning.', sender: 'Camille Laurent', at: '2026-11-21T11:05:00.000Z', cut: false };

test('G-14 a form begins with the message, under who wrote it and when, in the reader’s language and zone', () => {
  expect(inputFrom(message, { locale: 'fr', timeZone: 'Europe/Paris' })).toEqual({
    title: 'The line is dead.',
    description: expect.stringMatching(
      /^Message de Camille Laurent, 21 nov\. 2026,? 12:05\u00a0:\n\nThe line is dead\.\nSince this morning\.$/,
    ),
  });
  expect(inputFrom({ text: '', sender: null, at: null, cut: false }, { locale: 'en', timeZone: 'UTC' })).toEqual({
    title: '',
    description: 'Message from somebody:',
  });
  expect(inputFrom({ ...message, cut: true }, { locale: 'en', timeZone: 'UTC' })['description']).toMatch(
    /\n\n\[The rest of the message is left out\.\]$/,
  );
});

test('G-14 the title is the first line that says something', () => {
  expect(titleFrom('\n---\n- Port 412   numbers\nplease')).toBe('Port 412 numbers');
  expect(titleFrom('🙂\n!')).toBe('');
  expect(titleFrom('word '.repeat(60))).toBe(`${'word '.repeat(18)}word…`);
});

test('G-14 whatever the message says, the title is one line of at most 100 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const title = titleFrom(text);
      expect(title.length).toBeLessThanOrEqual(100);
      expect(title).not.toContain('\n');
      expect(shortened(text.toWellFormed(), 7).isWellFormed()).toBe(true);
    }),
  );
});
