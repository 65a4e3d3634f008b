import { createHash } from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of a row's details. Salted, so that nobody can find out erased details by trying. */
export const digestOf = (salt: string, details: string): string => sha256(`${salt}\n${details}`);
