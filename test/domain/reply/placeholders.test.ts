import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fill, firstNameOf, type Placeholder, placeholders, unknownPlaceholders, written } from '../../../src/domain/reply/placeholders.ts';
import { replyIssues } from '../../../src/domain/reply/saved-reply.ts';

const values = Object.fromEntries(placeholders.map((name) => [name, `<${name}>`])) as Record<Placeholder, string>;
const open = (name: Placeholder) => `[${name}]`;

describe('what a saved reply leaves open', () => {
  test('AG-3 every placeholder is put in, however it is spaced', () => {
    const text = placeholders.map((name) => `{{ ${name} }}${written(name)}`).join(' ');
    expect(fill(text, values, open)).toEqual({ text: placeholders.map((name) => `<${name}><${name}>`).join(' '), open: [] });
  });

  test('AG-3 what a case has nothing for is named once and stands in brackets', () => {
    expect(fill('By {{dueTime}}, I said {{dueTime}}.', { ...values, dueTime: null }, open)).toEqual({
      text: 'By [dueTime], I said [dueTime].',
      open: ['dueTime'],
    });
  });

  test('AG-3 what stands in a value is never put in itself, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...placeholders), (around, name) => {
        const title = `${around}${written(name)}$&`;
        expect(fill('{{title}}', { ...values, title }, open).text).toBe(title);
      }),
    );
  });

  test('AG-3 text without braces stays as it is', () => {
    fc.assert(fc.property(fc.string(), (text) => text.includes('{{') || fill(text, values, open).text === text));
  });

  test('AG-3 an unknown placeholder is refused with its name and those there are', () => {
    expect(unknownPlaceholders('{{name}} {{ title }} {{name}} {{}} {{a b}}')).toEqual(['name', '', 'a b']);
    const [issue, ...others] = replyIssues({ title: 'Hello', text: 'Dear {{name}}' });
    expect(issue).toMatchObject({ field: 'text', fault: { is: 'unknownPlaceholder', names: ['name'] } });
    expect(others).toEqual([]);
    expect(replyIssues({ title: '', text: 'x'.repeat(5_001) }).map(({ fault }) => fault.is)).toEqual(['required', 'tooLong']);
  });

  test.each([
    ['Léa Moreau', 'Léa'],
    ['Moreau, Léa', 'Léa'],
    [' Plato ', 'Plato'],
    ['', null],
  ])('AG-3 the first name of "%s" is %s', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});
