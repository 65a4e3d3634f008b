import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.ts';
import { defaultSettings } from '../src/domain/settings.ts';
import { dueAt } from '../src/domain/sla/due.ts';
import { readSettings } from '../src/settings.ts';

const mistakes = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.mistakes : [String(error)];
  }
};

test('ID-2 without any setting the local desk runs on the loopback address', () => {
  expect(readConfig({})).toEqual({
    port: 3978,
    host: '127.0.0.1',
    dataDir: '.data',
    databaseUrl: undefined,
    settingsFile: undefined,
    cloud: 'global',
    limits: false,
    trustedProxies: 0,
    tenants: 'open',
    mail: null,
    mailIn: null,
    worker: true,
    workerWatch: { host: '127.0.0.1', port: 3980 },
    metricsToken: undefined,
    logLevel: 'info',
    identity: { kind: 'local', standInPort: 3979, playground: false },
  });
});

test.each(['0.0.0.0', '::', '192.0.2.1', 'desk.example'])('ID-2 the local desk refuses to listen on %s', (HOST) => {
  expect(mistakes({ HOST })).toEqual([expect.stringContaining('loopback')]);
});

test('ID-2 the playground’s unsigned activities, and doing without limits, are for the local desk only', () => {
  const teams = {
    MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
    MICROSOFT_APP_PASSWORD: 'a-secret-a-secret',
    MICROSOFT_APP_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    PUBLIC_URL: 'https://desk.example',
    OPERATOR_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  };
  expect(mistakes(teams)).toEqual([]);
  expect(mistakes({ ...teams, PLAYGROUND: 'true' })).toEqual([expect.stringContaining('PLAYGROUND')]);
  expect(mistakes({ ...teams, LIMITS: 'off' })).toEqual([expect.stringContaining('LIMITS')]);
  expect(readConfig({ LIMITS: 'on' }).limits).toBe(true);
  expect(readConfig(teams).limits).toBe(true);
});

test('G-11 mail is sent where a server and a sender are named, both or neither', () => {
  const SMTP_URL = 'smtps://user:p%40ss@mail.contoso.example:465';
  const named = { SMTP_URL, MAIL_FROM: 'Case Desk <desk@contoso.example>' };
  expect(readConfig(named).mail).toEqual({ via: 'smtp', smtpUrl: SMTP_URL, from: 'Case Desk <desk@contoso.example>' });
  expect(mistakes({ SMTP_URL })).toEqual([expect.stringMatching(/^MAIL_FROM is needed/)]);
  expect(mistakes({ ...named, SMTP_URL: 'https://mail.contoso.example' })).toEqual([expect.stringMatching(/^SMTP_URL must be/)]);
});

test('G-21 mail is taken where a port is named, on the loopback address unless told another, by a desk that can answer it', () => {
  const mail = { SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: 'Case Desk <desk@contoso.example>' };
  expect(readConfig({ MAIL_IN_PORT: '2525' }).mailIn).toEqual({ host: '127.0.0.1', port: 2525, address: null });
  expect(mistakes({ MAIL_IN_PORT: '2525', MAIL_IN_HOST: '0.0.0.0' })).toEqual([expect.stringContaining('MAIL_IN_HOST')]);
  expect(mistakes({ MAIL_IN_PORT: '3978' })).toEqual(['MAIL_IN_PORT must differ from PORT.']);
  const teams = {
    MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
    MICROSOFT_APP_PASSWORD: 'a-secret-a-secret',
    MICROSOFT_APP_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    PUBLIC_URL: 'https://desk.example',
    OPERATOR_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    ...{ MAIL_IN_PORT: '2525', MAIL_IN_HOST: '10.0.0.4', MAIL_IN_ADDRESS: 'help@contoso.example' },
  };
  expect(mistakes(teams)).toEqual([expect.stringMatching(/are needed with MAIL_IN_PORT/)]);
  expect(readConfig({ ...teams, ...mail }).mailIn).toEqual({ host: '10.0.0.4', port: 2525, address: 'help@contoso.example' });
  expect(mistakes({ ...teams, ...mail, MAIL_IN_ADDRESS: 'a@b\r\nx' })).toEqual([expect.stringMatching(/^MAIL_IN_ADDRESS must be/)]);
});

test('ID-4 mail goes through Graph where that is said, from a mailbox, as the registered app, and by no server besides', () => {
  const uuid = '11111111-1111-4111-8111-111111111111';
  const app = { MICROSOFT_APP_ID: uuid, MICROSOFT_APP_PASSWORD: 'a-secret-a-secret', MICROSOFT_APP_TENANT_ID: uuid };
  const teams = { ...app, PUBLIC_URL: 'https://desk.example', OPERATOR_TENANT_ID: uuid };
  const named = { ...teams, MAIL_VIA: 'graph', MAIL_FROM: 'desk@contoso.example' };
  expect(readConfig(named).mail).toEqual({ via: 'graph', from: 'desk@contoso.example' });
  expect(mistakes({ ...named, SMTP_URL: 'smtp://127.0.0.1:25' })).toEqual([expect.stringMatching(/^SMTP_URL must be left out/)]);
  expect(mistakes({ ...teams, MAIL_VIA: 'graph' })).toEqual([expect.stringMatching(/^MAIL_FROM is needed with MAIL_VIA=graph/)]);
  expect(mistakes({ MAIL_VIA: 'graph', MAIL_FROM: 'desk@contoso.example' })).toEqual([expect.stringMatching(/^MAIL_VIA=graph needs/)]);
  expect(mistakes({ ...teams, MAIL_VIA: 'smtp' })).toEqual([expect.stringMatching(/^SMTP_URL is needed/)]);
  expect(mistakes({ ...teams, MAIL_VIA: 'pigeon' })).toEqual([expect.stringMatching(/^MAIL_VIA must be smtp or graph/)]);
});

test.each(['desk', 'a@b\r\nBcc: x@y', '<desk@contoso.example', 'x\u0000 <a@b>'])('F-32 %j is no sender', (MAIL_FROM) => {
  expect(mistakes({ SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM })).toEqual([
    expect.stringMatching(/^MAIL_FROM must be/),
    expect.stringMatching(/^MAIL_FROM is needed/),
  ]);
});

describe('a real tenant', () => {
  const tenant = {
    MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
    MICROSOFT_APP_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    PUBLIC_URL: 'https://desk.example',
    OPERATOR_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  };
  const ways = {
    MICROSOFT_APP_PASSWORD: 'a-secret-a-secret',
    MICROSOFT_APP_CERTIFICATE: '/run/secrets/app.pem',
    FEDERATED_TOKEN_FILE: '/run/secrets/token',
    MANAGED_IDENTITY_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  };

  test.each([
    ['MICROSOFT_APP_PASSWORD', { is: 'secret', secret: 'a-secret-a-secret' }],
    ['MICROSOFT_APP_CERTIFICATE', { is: 'certificate', file: '/run/secrets/app.pem' }],
    ['FEDERATED_TOKEN_FILE', { is: 'tokenFile', file: '/run/secrets/token' }],
    ['MANAGED_IDENTITY_CLIENT_ID', { is: 'managedIdentity', clientId: '22222222-2222-4222-8222-222222222222' }],
  ] as const)('ID-1 the app proves itself by %s', (name, credential) => {
    expect(readConfig({ ...tenant, [name]: ways[name] }).identity).toMatchObject({ credential });
  });

  test('ID-1 it proves itself in exactly one way; which are given is told, what they hold is not', () => {
    expect(mistakes(tenant)).toEqual([`MICROSOFT_APP_ID needs exactly one of ${Object.keys(ways).join(', ')}.`]);
    const [both, ...more] = mistakes({ ...tenant, ...ways });
    expect(both).toBe(`${Object.keys(ways).join(' and ')} are given: leave all but one of them out.`);
    expect(more).toEqual([]);
    expect(mistakes({ ...tenant, ...ways, MICROSOFT_APP_PASSWORD: '', FEDERATED_TOKEN_FILE: '' })).toHaveLength(1);
  });

  test('CS-11 it is in the global cloud unless it is said to be in another', () => {
    const secret = { ...tenant, MICROSOFT_APP_PASSWORD: ways.MICROSOFT_APP_PASSWORD };
    expect(readConfig(secret).identity).toMatchObject({ cloud: 'global' });
    for (const CLOUD of ['usGov', 'china']) expect(readConfig({ ...secret, CLOUD }).identity).toMatchObject({ cloud: CLOUD });
    expect(mistakes({ ...secret, CLOUD: 'mars' })).toEqual(['CLOUD must be global, usGov or china.']);
  });
});

test('F-35 every mistake is listed at once with its cure, and no value is repeated', () => {
  const env = { PORT: 'many', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://user:s3cret@host/db', MICROSOFT_APP_ID: 'x' };
  const found = mistakes(env);
  expect(found.map((m) => m.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'MICROSOFT_APP_ID']);
  expect(found.join()).not.toMatch(/s3cret|many|loud/);
});

describe('G-6, PN-10 the operator’s rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-settings-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (text: string): string => {
    const path = join(folder, `${crypto.randomUUID()}.json`);
    writeFileSync(path, text);
    return path;
  };
  test('G-6 are defaults where the file says nothing', () => {
    expect(readSettings(undefined)).toEqual(defaultSettings);
    expect(readSettings(file('{"reopenWithinDays": 3}'))).toEqual({ ...defaultSettings, reopenWithinDays: 3 });
  });
  test('SLA-1, SLA-2 set a desk’s targets, hours and holidays', () => {
    const programme = {
      firstResponse: [{ supportLanguage: 'fr', target: { hours: 4, clock: 'businessHours' } }],
      calendar: {
        timeZone: 'Europe/Paris',
        week: { monday: ['09:00-12:00', '14:00-18:00'] },
        holidays: { country: 'FR' },
        closed: ['2026-12-28'],
      },
      unanswered: { businessDays: 3, remindBefore: 1 },
    };
    const { programmes } = readSettings(file(JSON.stringify({ desks: { phoneNumbers: programme } })));
    const { calendar, ...rest } = programmes.phoneNumbers;
    expect(rest).toEqual({ firstResponse: programme.firstResponse, warnMinutes: 60, unanswered: programme.unanswered });
    expect(['2026-07-14', '2026-12-25', '2026-12-28', '2026-07-15'].map(calendar.closedOn)).toEqual([true, true, true, false]);
    expect(dueAt('2026-12-21T16:00:00.000Z', { hours: 2, clock: 'businessHours' }, calendar)).toBe('2027-01-04T09:00:00.000Z');
  });
  test.each([
    [{ timeZone: 'Mars', week: { monday: ['09:00-17:00'] } }, /timeZone: must be a zone/],
    [{ timeZone: 'UTC', week: { monday: ['17:00-09:00'] } }, /monday.0: must end after they begin/],
    [{ timeZone: 'UTC', week: { monday: ['09:00-12:00', '11:00-13:00'] } }, /monday: must be in their order and apart/],
    [{ timeZone: 'UTC', week: {} }, /calendar: must open at least one hour a month/],
    [{ timeZone: 'UTC', week: { monday: ['09:00-17:00'] }, holidays: { country: 'ZZ' } }, /holidays: must be a country/],
  ])('SLA-2 a calendar that can’t be kept is refused in words: %j', (calendar, says) => {
    expect(() => readSettings(file(JSON.stringify({ desks: { phoneNumbers: { calendar } } })))).toThrow(says);
  });
  test('CS-11 a profile comes with its cloud, and the file says otherwise', () => {
    expect(readSettings(undefined).profile.desks).toContain('phoneNumbers');
    expect(readSettings(undefined, 'china').profile).toEqual({ desks: ['cloudServices', 'professionalSupport'], selfHelpFirst: true });
    const said = file('{"profile": {"desks": ["rooms", "cloudServices"], "selfHelpFirst": false}}');
    expect(readSettings(said, 'china').profile).toEqual({ desks: ['rooms', 'cloudServices'], selfHelpFirst: false });
    expect(readSettings(file('{"profile": {"selfHelpFirst": true}}'), 'usGov').profile).toMatchObject({ selfHelpFirst: true });
  });
  test.each(['[]', '["billing"]', '["rooms", "rooms"]', '"rooms"'])(
    'CS-11 desks that can’t be offered are refused at start: %s',
    (desks) => {
      expect(() => readSettings(file(`{"profile": {"desks": ${desks}}}`))).toThrow(/profile.desks/);
    },
  );
  test('PN-10 correct the country table', () => {
    expect(readSettings(file('{"countries": {"NG": {"officeAddress": true}}}')).countries).toEqual({ NG: { officeAddress: true } });
  });
  test('CS-7 name publishers of the marketplace, and take away those that are known', () => {
    const adatum = { name: 'Adatum', products: ['Adatum Backup'], url: 'https://support.adatum.example/', phone: '+33 1 23 45 67 89' };
    const { publishers } = readSettings(file(JSON.stringify({ publishers: { adatum, cisco: null } })));
    expect(publishers[0]).toEqual({ id: 'adatum', ...adatum, email: null });
    expect(publishers.length).toBe(defaultSettings.publishers.length);
    const wrong = { adatum: { ...adatum, url: 'http://adatum.example', phone: '0123' } };
    expect(() => readSettings(file(JSON.stringify({ publishers: wrong })))).toThrow(/publishers.adatum.url.*publishers.adatum.phone/s);
  });
  test.each([
    '{',
    '[]',
    '{"reopenWithinDays": "3"}',
    '{"countries": {"XX": {}}}',
    '{"reopenwithindays": 3}',
    '{"improperEscalations": -1}',
  ])('G-6 %s is refused in words', (text) => {
    expect(() => readSettings(file(text))).toThrow(/^SETTINGS_FILE (?:can’t be used|is not JSON)/);
  });
});
