import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readRoomList } from '../../src/forms/room-list.ts';

const read = (text: string) => readRoomList(new TextEncoder().encode(text));
const names = async (text: string) => (await read(text)).rooms.map(({ name, site, email, capacity }) => [name, site, email, capacity]);

const atlas = ['Atlas', 'Paris', 'atlas@contoso.example', 12];

test.each([
  ['a heading in English', 'Name,Site,E-mail,Capacity\r\nAtlas,Paris,Atlas@Contoso.example,12\r\n'],
  ['a heading in French, in another order', 'Bâtiment;Places;Salle;Courriel\nParis;12;Atlas;atlas@contoso.example'],
  ['no heading', 'Atlas\tParis\tatlas@contoso.example\t12'],
  [
    'a mark of UTF-8, a line for the spreadsheet and quotes',
    '\ufeffsep=;\r\n"Name";"Site";"Mail";"Seats"\r\n"Atlas";"Paris";"atlas@contoso.example";"12"',
  ],
])('RM-5 a list of rooms with %s is read', async (_, text) => {
  expect(await names(text)).toEqual([atlas]);
});

test('RM-5 UTF-16 and Windows-1252 are read, and names alone are enough', async () => {
  const utf16 = Buffer.from('\ufeffSalle\r\nFourvière\r\n', 'utf16le');
  expect((await readRoomList(utf16)).rooms.map(({ name }) => name)).toEqual(['Fourvière']);
  expect((await readRoomList(Buffer.from('Salle\r\nFourvière\r\n', 'latin1'))).rooms.map(({ name }) => name)).toEqual(['Fourvière']);
  expect(await names('Atlas\nBellecour')).toEqual([
    ['Atlas', '', null, null],
    ['Bellecour', '', null, null],
  ]);
});

test('RM-5 rows that can’t be taken are named with their row and reason, the others are taken', async () => {
  const { rooms, faults } = await read(
    ['name,site,email,capacity', 'Atlas,Paris,,', ',Paris,,', 'B,Paris,no address,', 'C,Paris,,many', '', `${'x'.repeat(101)},,,`].join(
      '\n',
    ),
  );
  expect(rooms.map(({ row, name }) => [row, name])).toEqual([[2, 'Atlas']]);
  expect(faults.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'nameMissing'],
    [4, 'notAnEmail'],
    [5, 'notACapacity'],
    [7, 'nameTooLong'],
  ]);
});

test.each([
  ['', 'empty'],
  ['name;site\n', 'headerOnly'],
  ['site;seats\nParis;3', 'noNameColumn'],
  ['name\n"Atlas', 'unclosedQuote'],
  [`name\n${'Atlas\n'.repeat(5_001)}`, 'tooManyRows'],
])('RM-5 a list that can’t be read says why: %#', async (text, problem) => {
  expect((await read(text)).problem).toBe(problem);
});

test('RM-5 F-40 whatever bytes are uploaded, they are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { rooms, problem } = await readRoomList(bytes);
      expect(problem === null || rooms.length === 0).toBe(true);
    }),
  );
  expect((await readRoomList(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).problem).toBe('notText');
});
