import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fileName } from '../../src/app/files/file-name.ts';
import { receive } from '../../src/app/files/received.ts';
import { bytesAlone, kept, refused } from './file-samples.ts';

async function* pieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}
async function taken(name: string, bytes: Uint8Array, size?: number) {
  const received = await receive(fileName(name), pieces(bytes, size));
  if ('refused' in received) return received.refused;
  const all: Uint8Array[] = [];
  for await (const piece of received.content) all.push(piece);
  expect(Buffer.concat(all).equals(bytes)).toBe(true);
  return received.contentType();
}

test.each(kept)('F-42 %s is kept under what its content is', async (name, bytes, type) => {
  expect(await taken(name, bytes)).toBe(type);
  expect(await taken(name, bytes, 300_000)).toBe(type);
});

test.each(bytesAlone)('F-42 %s is kept as bytes alone', async (name, bytes) => {
  for (const size of [999, 300_000]) expect(await taken(name, bytes, size)).toBe('application/octet-stream');
});

test.each(refused)('F-42 %s is refused', async (name, bytes, kind) => {
  expect(await taken(name, bytes)).toBe(kind);
});

test('F-42 what is refused is not read to its end', async () => {
  let read = 0;
  let ended = false;
  const endless = async function* () {
    try {
      for (; ; read++) yield Buffer.concat([Buffer.from('MZ'), Buffer.alloc(10_000)]);
    } finally {
      ended = true;
    }
  };
  expect(await receive('x.pdf', endless())).toEqual({ refused: 'program' });
  expect([read < 10, ended]).toEqual([true, true]);
});

test('F-43 a file that breaks off breaks off for whoever keeps it', async () => {
  const broken = async function* () {
    yield Buffer.alloc(100_000, 'a');
    throw new Error('gone');
  };
  const received = await receive('x.txt', broken());
  await expect(async () => {
    if ('content' in received) for await (const piece of received.content) void piece;
  }).rejects.toThrow('gone');
});

test('F-42 any bytes under any name: what is kept comes back to the byte, under a type of the table', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.string(), fc.integer({ min: 1, max: 500 }), async (bytes, name, size) => {
      expect(await taken(name, bytes, size)).toMatch(/^(?:[a-z]+\/[\w.+-]+|program|script)$/);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['../../x', 'x'],
  ['..\\..\\windows\\x.pdf', 'x.pdf'],
  ['/etc/passwd', 'passwd'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['CON .txt', '_CON .txt'],
  ['COM¹.txt', '_COM¹.txt'],
  ['nul', '_nul'],
  ['CONIN$', '_CONIN$'],
  ['file.txt::$DATA', 'file.txt$DATA'],
  ['gpj\u202e.exe', 'gpj.exe'],
  ['a\u200b\ufeffb.pdf', 'ab.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
  ['...', 'file'],
  ['  .hidden. ', 'hidden'],
  ['', 'file'],
  ['\ud800.pdf', '\ufffd.pdf'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(116)}.pdf`],
  [`${'a'.repeat(119)}. ${'x'.repeat(20)}`, 'a'.repeat(119)],
])('F-42 the name %j is kept as %j', (given, name) => {
  expect(fileName(given)).toBe(name);
});
