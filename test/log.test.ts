import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { StoreBusy } from '../src/app/faults.ts';
import { createLog } from '../src/log.ts';
import { openServer } from '../src/store/server.ts';
import { freshDatabase } from './store/databases.ts';

function written(fields: object): string {
  const lines: string[] = [];
  createLog('debug', { write: (line: string) => void lines.push(line) }).error(fields, 'a request failed');
  return lines.join('');
}

test('F-35 a fault of the database is logged by its code and by where it happened, without statement, values or stack', async () => {
  const { url, drop } = await freshDatabase();
  const db = openServer(url, () => {});
  try {
    const fault = await sql`select ${'Confidential-words'}::uuid`.execute(db).catch((caught: unknown) => caught);
    const line = written({ err: new StoreBusy(fault) });
    expect(JSON.parse(line).err).toMatchObject({ name: 'StoreBusy', cause: { name: 'error', code: '22P02' } });
    expect(line).not.toMatch(/Confidential|select|uuid|node_modules|\n\s+at |\\n\s+at /);
  } finally {
    await db.destroy();
    await drop();
  }
});

test('F-35 any other fault says what it is in one line, and names files of ours alone', () => {
  const fault = new Error('first line\nselect secret from vault');
  fault.stack = `${fault.message}\n    at deep (/srv/desk/node_modules/x/y.js:1:2)\n    at execute (file:///srv/desk/src/app/execute.ts:64:29)\n    at file:///srv/desk/bot/bot.ts:7:1`;
  const line = written({ err: fault });
  expect(JSON.parse(line).err).toEqual({ name: 'Error', message: 'first line', where: ['src/app/execute.ts:64', 'bot/bot.ts:7'] });
  expect(line).not.toMatch(/secret|srv|deep/);
});

test('F-35 whatever was thrown that is no error leaves its type alone', () => {
  expect(JSON.parse(written({ err: 'Bearer eyJ' })).err).toBe('string');
});

test('F-35 tokens and cookies are left out wherever a request gets into a line', () => {
  const headers = { authorization: 'Bearer eyJhbGciOi', cookie: 'desk-session=abc' };
  const line = written({ request: { headers }, headers, ...{ incoming: headers } });
  expect(line).not.toMatch(/eyJ|abc/);
  expect(line.match(/\[left out\]/g)).toHaveLength(6);
});
