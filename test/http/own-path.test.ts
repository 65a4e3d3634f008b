import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ownPath } from '../../src/http/sign-in/own-path.ts';

describe('ID-1 a sign-in leads to a page of the tab, and nowhere else', () => {
  test.each(['/tab/', '/tab/#/list/mine', '/tab/?a=b#/case/CD-0000-0001', '/tab/x%20y#z'])('%s is kept', (to) =>
    expect(ownPath(to)).toBe(to),
  );

  test.each([
    '',
    '/',
    '//evil.example',
    '//evil.example/tab/',
    '/\\evil.example',
    '/\\\\evil.example/tab/',
    '/tab/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/tab/',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/tab//../..//evil.example',
    '/tab/../sign-out',
    '/tab/%2e%2e/api/v1/me',
    '/tabular',
    '/api/v1/me',
    '/tab/\r\nset-cookie: x=y',
    '/tab/\t//evil.example',
    '/tab/é',
    `/tab/${'x'.repeat(1_000)}`,
    ' /tab/',
  ])('%j becomes the first page', (to) => expect(ownPath(to)).toBe('/tab/'));

  test('whatever is asked, a browser stays on this origin and in the tab', () => {
    const parts = fc.constantFrom(
      '/',
      '//',
      '\\',
      'tab',
      '/tab/',
      '..',
      '.',
      '%2f',
      '%5c',
      '@',
      ':',
      '#',
      '?',
      'evil.example',
      'https:',
      '\t',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.array(parts).map((all) => all.join('')),
        ),
        (to) => {
          const url = new URL(ownPath(to), 'https://desk.example');
          expect([url.origin, url.pathname.startsWith('/tab/')]).toEqual(['https://desk.example', true]);
        },
      ),
    );
  });
});
