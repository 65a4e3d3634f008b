import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPublic } from '../../src/notify/public-address.ts';
import { placeOf } from '../../src/notify/webhook-place.ts';

const closed = [
  ...[
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
  ],
  ...['192.0.0.192', '168.63.129.16', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    'fe80::1',
    'fec0::1',
    'fd00:ec2::254',
    'ff02::1',
  ],
  ...['2001::1', '2001:db8::1', '2002:7f00:1::', '100::1', '3fff::1', '5f00::1'],
];

test.each(closed)('F-33 %s is no public address', (address) => expect(isPublic(address)).toBe(false));

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::1111', '2a01:111::1'])(
  'F-33 %s is a public address',
  (address) => expect(isPublic(address)).toBe(true),
);

test('F-33 what is no address is not public', () => {
  fc.assert(fc.property(fc.string(), (text) => !isPublic(text) || /^[\d.:a-f]+$/i.test(text)));
});

const desk = { thisMachine: false };
const leading = (...addresses: readonly string[]) => ({ ...desk, resolve: async () => addresses });

test.each([
  ['http://contoso.example/hook', 'notHttps'],
  ['https://user:secret@contoso.example/', 'notHttps'],
  ['ftp://contoso.example/', 'notHttps'],
  ['contoso.example', 'notHttps'],
  ['https://127.0.0.1/', 'notPublic'],
  ['https://[::1]:8443/', 'notPublic'],
  ['https://2130706433/', 'notPublic'],
  ['https://0x7f.1/', 'notPublic'],
  ['https://0251.0376.0251.0376/latest/meta-data', 'notPublic'],
  ['https://[::ffff:169.254.169.254]/', 'notPublic'],
  ['http://127.0.0.1/', 'notHttps'],
])('F-33 %s is not called', async (url, error) => expect(await placeOf(url, desk)).toEqual({ ok: false, error }));

test('F-33 a name is called only where every address it has is public, and then at that address', async () => {
  const url = 'https://hooks.contoso.example/desk';
  expect(await placeOf(url, leading('8.8.8.8', '10.0.0.1'))).toEqual({ ok: false, error: 'notPublic' });
  expect(await placeOf(url, leading('::1'))).toEqual({ ok: false, error: 'notPublic' });
  expect(await placeOf(url, leading())).toEqual({ ok: false, error: 'noSuchHost' });
  expect(await placeOf(url, leading('8.8.8.8', '2606:4700::1111'))).toMatchObject({ ok: true, value: { address: '8.8.8.8' } });
});

test('ID-2 the local desk calls this machine too, and nothing else without TLS', async () => {
  const local = { thisMachine: true };
  expect(await placeOf('http://127.0.0.1:8080/', local)).toMatchObject({ ok: true });
  expect(await placeOf('http://8.8.8.8/', local)).toEqual({ ok: false, error: 'notHttps' });
  expect(await placeOf('https://10.0.0.1/', local)).toEqual({ ok: false, error: 'notPublic' });
});
