import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addressOf, everything, type Route, readRoute, teamsLink } from '../../tab/route.ts';
import { anyText } from '../any-text.ts';

const places: readonly Exclude<Route, { page: 'unknown' }>[] = [
  { page: 'start' },
  { page: 'list', list: 'mine', filter: everything },
  { page: 'list', list: 'dueSoon', filter: { state: 'all', q: 'a & b = "c"', country: 'FR', status: 'new', customer: '' } },
  { page: 'list', list: 'customers', filter: { ...everything, customer: '01a1f9b3-9ed0-701a-a5ce-be252ddcfb6a' } },
  { page: 'reports' },
  { page: 'customers' },
  { page: 'case', number: 'CD-7K3M-9YX4' },
  { page: 'print', number: 'CD-7K3M-9YX4' },
  { page: 'new' },
  { page: 'drafts' },
  { page: 'draft', id: '01a1f9b3-9ed0-701a-a5ce-be252ddcfb6a' },
  { page: 'profile' },
  { page: 'deliveries' },
  { page: 'feedback', caseId: null },
  { page: 'feedback', caseId: 'CD-7K3M-9YX4' },
];

test('every place has an address, and the address leads back to it', () => {
  for (const place of places) expect(readRoute(addressOf(place))).toEqual(place);
});

test('words of any kind survive in an address', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), (q) => {
      const place = { page: 'list', list: 'queue', filter: { ...everything, q } } as const;
      expect(readRoute(addressOf(place))).toEqual(place);
    }),
  );
});

test('an address that names nothing is said to, and none makes it fail', () => {
  for (const address of ['#/list/theirs', '#/list/toString', '#/case/', '#/else', '#/case/a/b', '#/draft']) {
    expect(readRoute(address)).toEqual({ page: 'unknown' });
  }
  fc.assert(fc.property(anyText(), (address) => expect(readRoute(address)).toHaveProperty('page')));
});

test('a Teams link carries the place without its sign', () => {
  const link = new URL(teamsLink({ appId: 'an-app', teams: 'https://teams.microsoft.com' }, 'case/CD-7K3M-9YX4'));
  expect(link.pathname).toBe('/l/entity/an-app/desk');
  const { subEntityId } = JSON.parse(link.searchParams.get('context') ?? '{}') as { subEntityId: string };
  expect(readRoute(subEntityId)).toEqual({ page: 'case', number: 'CD-7K3M-9YX4' });
});
