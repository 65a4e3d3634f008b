import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Sessions } from '../../src/app/ports.ts';
import { sessionsOf, sweepSessions } from '../../src/store/sessions.ts';
import { contoso, fabrikam } from '../domain/samples.ts';
import { type Bare, bareEngines } from './bare.ts';

const personId = '018f0000-0000-7000-8000-000000000001';
const session = { tenantId: contoso, personId, guest: false };

describe.each(bareEngines)('$name', (engine) => {
  let bare: Bare;
  let sessions: Sessions;
  beforeAll(async () => {
    bare = await engine.open();
    sessions = sessionsOf(bare.db);
  });
  afterAll(() => bare.close());
  const aged = (digest: string, seen: string, begun: string) =>
    sql`update sessions set seen_at = now() - ${seen}::interval, begun_at = now() - ${begun}::interval where key_digest = ${digest}`.execute(
      bare.db,
    );

  test('ID-1 a session is found under its digest in its own tenant, until it is ended', async () => {
    await sessions.begin(session, 'one');
    expect(await sessions.find(contoso, 'one')).toEqual(session);
    expect(await sessions.find(fabrikam, 'one')).toBeUndefined();
    expect(await sessions.find(contoso, 'on')).toBeUndefined();
    expect(await sessions.end(fabrikam, 'one')).toBeUndefined();
    expect(await sessions.end(contoso, 'one')).toEqual(session);
    expect(await sessions.find(contoso, 'one')).toBeUndefined();
    expect(await sessions.end(contoso, 'one')).toBeUndefined();
  });

  test('ID-1 one that is in use goes on; unused for 8 hours, or 24 hours after it began, it is over', async () => {
    await sessions.begin({ ...session, guest: true }, 'used');
    await aged('used', '7 hours 59 minutes', '23 hours');
    expect(await sessions.find(contoso, 'used')).toMatchObject({ guest: true });
    // It was used just now, so eight hours begin anew.
    const { rows } = await sql<{
      just: boolean;
    }>`select seen_at > now() - interval '1 minute' as just from sessions where key_digest = 'used'`.execute(bare.db);
    expect(rows).toEqual([{ just: true }]);
    await aged('used', '8 hours', '9 hours');
    expect(await sessions.find(contoso, 'used')).toBeUndefined();
    await aged('used', '1 second', '24 hours');
    expect(await sessions.find(contoso, 'used')).toBeUndefined();
  });

  test('ID-1 what is over is swept, in every tenant; what is in use is not', async () => {
    await sessions.begin(session, 'old');
    await sessions.begin({ ...session, tenantId: fabrikam }, 'older');
    await sessions.begin(session, 'young');
    await aged('old', '9 hours', '9 hours');
    await aged('older', '1 minute', '25 hours');
    await sweepSessions(bare.db);
    const { rows } = await sql<{ key_digest: string }>`select key_digest from sessions order by 1`.execute(bare.db);
    expect(rows).toEqual([{ key_digest: 'young' }]);
  });
});
