import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Incoming, imported, mergeRooms } from '../../../src/domain/room/merge.ts';
import { placeOf, type Room } from '../../../src/domain/room/room.ts';

const incoming = (name: string, more: Partial<Incoming> = {}): Incoming => ({
  ...{ row: 1, name, site: 'Paris', email: null, capacity: null, directoryId: null },
  ...more,
});
const room = (name: string, more: Partial<Room> = {}): Room => ({
  ...{ id: name, name, site: 'Paris', email: null, capacity: null, directoryId: null },
  ...{ source: 'hand', version: 1, takenOutAt: null },
  ...more,
});
const outcome = (rooms: readonly Room[], ...list: Incoming[]) => {
  const { merged, repeated } = mergeRooms(rooms, list);
  return { becomes: merged.map(({ becomes, before }) => [becomes, before?.id]), repeated: repeated.map(({ name }) => name) };
};

test('RM-5 a room is the same by its id in the directory, else by its address, else by name and site', () => {
  const known = [room('Atlas', { directoryId: 'd1' }), room('Bellecour', { email: 'b@contoso.example' }), room('Fourvière')];
  expect(
    outcome(
      known,
      incoming('Atlas (new)', { directoryId: 'd1' }),
      incoming('Bellecour 2', { email: 'b@contoso.example' }),
      incoming('FOURVIERE', { capacity: 6 }),
      incoming('Fourvière', { site: 'Lyon' }),
    ),
  ).toEqual({
    becomes: [
      ['changed', 'Atlas'],
      ['changed', 'Bellecour'],
      ['changed', 'Fourvière'],
      ['new', undefined],
    ],
    repeated: [],
  });
});

test('RM-5 a row that names a room for the second time, or by a name that another room has, is reported and changes nothing', () => {
  const known = [room('Atlas'), room('Bellecour', { email: 'b@contoso.example' })];
  expect(outcome(known, incoming('atlas'), incoming('Atlas'), incoming('Atlas', { email: 'b@contoso.example' }))).toEqual({
    becomes: [['changed', 'Atlas']],
    repeated: ['Atlas', 'Atlas'],
  });
});

test('RM-5 what a list leaves open is not taken away', () => {
  const before = room('Atlas', { email: 'a@contoso.example', capacity: 12 });
  const [same] = mergeRooms([before], [incoming('Atlas', { site: 'Paris' })]).merged;
  expect(same?.becomes).toBe('same');
  const [merged] = mergeRooms([before], [incoming('Atlas 1', { email: 'a@contoso.example', site: '' })]).merged;
  expect(merged && imported(merged, 'x', 'list')).toMatchObject({ id: 'Atlas', name: 'Atlas 1', site: 'Paris', capacity: 12, version: 2 });
});

test('RM-5 whatever is imported, no two rooms of a site share a name', () => {
  const name = fc.constantFrom('A', 'a', 'B', 'É', 'e');
  const email = fc.constantFrom(null, 'a@x.example', 'b@x.example');
  const list = fc.array(fc.record({ name, site: fc.constantFrom('', 'P', 'p'), email }), { maxLength: 8 });
  fc.assert(
    fc.property(list, list, (first, second) => {
      let rooms: readonly Room[] = [];
      const bring = (rows: typeof first) => {
        const { merged } = mergeRooms(
          rooms,
          rows.map((row, at) => incoming(row.name, { ...row, row: at })),
        );
        const after = merged.map((one, at) => imported(one, `${rooms.length}-${at}-${Math.random()}`, 'list'));
        rooms = [...rooms.filter(({ id }) => !after.some((one) => one.id === id)), ...after];
        return merged;
      };
      bring(first);
      bring(second);
      expect(new Set(rooms.map(placeOf)).size).toBe(rooms.length);
    }),
  );
});
