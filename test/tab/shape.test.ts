import { expect, test } from '@jest/globals';
import { forPage, listsIn, shapeOf, withValues } from '../../tab/form/shape.ts';

const form = [
  { type: 'TextBlock', text: 'Port in' },
  { type: 'Input.Text', id: 'title', value: 'Old' },
  {
    type: 'ColumnSet',
    columns: [{ type: 'Column', items: [{ type: 'Input.Date', id: 'requestedAt.date', value: '' }] }],
  },
  { type: 'Input.ChoiceSet', id: 'country', style: 'filtered', value: 'FR', choices: [{ title: 'France', value: 'FR' }] },
  { type: 'Input.Number', id: 'quantity', value: 3 },
];
const with_ = (id: string, change: object) =>
  form.map((element) => ('id' in element && element.id === id ? { ...element, ...change } : element));

test('a form is drawn again when what it asks for changed, not when something was typed', () => {
  expect(shapeOf(with_('title', { value: 'New' }))).toBe(shapeOf(form));
  expect(shapeOf(with_('country', { choices: [] }))).not.toBe(shapeOf(form));
  expect(shapeOf([...form, { type: 'TextBlock', id: 'fault:title', text: 'Please fill this in.' }])).not.toBe(shapeOf(form));
});

test('what is typed now stands above what the server knew, also within columns', () => {
  const drawn = JSON.stringify(withValues(form, { title: 'Now', 'requestedAt.date': '2026-12-01', quantity: '12' }));
  expect(drawn).toContain('"value":"Now"');
  expect(drawn).toContain('"value":"2026-12-01"');
  expect(drawn).toContain('"value":12');
  expect(drawn).toContain('"value":"FR"');
  expect(JSON.stringify(withValues(form, { quantity: '' }))).not.toContain('"value":3');
});

test('a long choice becomes the browser’s own list', () => {
  expect(JSON.stringify(forPage(form))).not.toContain('filtered');
});

test('G-19 a list of numbers that a draft has already goes alone again, and documents as several', () => {
  const upload = (id: string, kind: string) => ({ type: 'CaseDesk.Upload', id, kind });
  expect(listsIn([...form, upload('numbers', 'numberList'), upload('documents', 'documents')])).toEqual(['numbers']);
});
