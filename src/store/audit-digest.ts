import { hash } from 'node:crypto';

export const sha256 = (text: string): string => hash('sha256', text);

/** Of a row's details. Salted, so that nobody can find out erased details by trying. */
export const digestOf = (salt: string, details: string): string => sha256(`${salt}\n${details}`);
