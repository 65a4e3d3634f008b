import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * `cdm_<id>_<secret>`: whose it is, 16 bytes of tenant and 16 of machine, so that it is looked for in that tenant alone; and 256 random bits.
 * Both parts have a length of their own, for an underscore may stand in either.
 */
const form = /^cdm_([\w-]{43})_([\w-]{43})$/;

export interface Credential {
  readonly tenantId: string;
  readonly machineId: string;
  readonly secret: string;
}

export function newCredential(tenantId: string, machineId: string): { readonly text: string; readonly digest: string } {
  const secret = randomBytes(32).toString('base64url');
  const whose = Buffer.from(`${tenantId}${machineId}`.replaceAll('-', ''), 'hex').toString('base64url');
  return { text: `cdm_${whose}_${secret}`, digest: digestOf(secret) };
}

export function readCredential(text: string): Credential | undefined {
  const [, whose = '', secret = ''] = form.exec(text) ?? [];
  const hex = Buffer.from(whose, 'base64url').toString('hex');
  return hex.length === 64 ? { tenantId: uuidOf(hex.slice(0, 32)), machineId: uuidOf(hex.slice(32)), secret } : undefined;
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Plain SHA-256: nobody guesses 256 random bits, so there is nothing that a slow hash, made for passwords, would slow down. */
const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether the secret has this digest; how long the answer takes tells nothing. */
export const isSecret = (secret: string, digest: string): boolean => {
  const [asked, kept] = [Buffer.from(digestOf(secret), 'hex'), Buffer.from(digest, 'hex')];
  return asked.length === kept.length && timingSafeEqual(asked, kept);
};
