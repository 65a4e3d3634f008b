import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';

/** One value of ASN.1 in its distinguished encoding. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Uint8Array) => der(0x03, Buffer.from([0]), content);
const time = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
const extension = (id: string, value: Uint8Array) => sequence(oid(id), der(0x04, value));
const signedWithSha256 = { ec: sequence(oid('2a8648ce3d040302')), rsa: sequence(oid('2a864886f70d01010b'), der(0x05)) };

/** A certificate for 127.0.0.1 that signs itself, good for a day, with a key made for this run. PEM. Entra takes none but RSA. */
export function loopbackCertificate(kind: 'ec' | 'rsa' = 'ec'): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } =
    kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2_048 });
  // Of two authorities with one name the wrong one might be asked.
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(`loopback ${randomUUID()}`)))));
  const day = 86_400_000;
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    signedWithSha256[kind],
    name,
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension('551d13', sequence(der(0x01, Buffer.from([0xff])))), // a certificate authority
        extension('551d11', sequence(der(0x87, Buffer.from([127, 0, 0, 1])))), // for this address
      ),
    ),
  );
  const whole = sequence(toBeSigned, signedWithSha256[kind], bits(sign('sha256', toBeSigned, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
