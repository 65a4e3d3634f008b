import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import { type Locale, negotiate, words } from '../../domain/i18n/index.ts';
import { arriving } from '../json-body.ts';
import type { Limits } from '../limits.ts';
import { type PlainPage, plainPage, plainPagePolicy } from './plain-page.ts';

export type Shown = PlainPage & { readonly status: number };

export interface PlainRouteOptions {
  readonly log: Logger;
  readonly limits?: Limits | null;
}

/** Bytes of a form with a few buttons. */
const largestForm = 1_024;

/** A route that answers strangers with a page of a few words, and not more of them in a minute than `limits` says. */
export function plainRoute({ log, limits }: PlainRouteOptions, answer: (request: Request, locale: Locale) => Promise<Shown>) {
  return async (request: Request, response: Response): Promise<void> => {
    const locale = negotiate(request.headers['accept-language']) ?? 'en';
    const wait = limits?.ofStranger(request);
    const failed = (err: unknown): Shown => {
      log.error({ requestId: request.getId(), err }, 'a page for strangers could not be shown');
      return busy(locale, 503);
    };
    const shown = wait === undefined ? await answer(request, locale).catch(failed) : busy(locale, 429);
    response.setHeader('content-security-policy', plainPagePolicy);
    const body = Buffer.from(plainPage(shown));
    response.writeHead(shown.status, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
      'content-language': shown.locale,
      ...(shown.status === 503 || shown.status === 429 ? { 'retry-after': String(wait ?? 5) } : {}),
    });
    response.end(body);
    // What nobody wanted to read still has to go by before the connection serves again.
    request.resume();
  };
}

const busy = (locale: Locale, status: 429 | 503): Shown => {
  const { page } = words(locale).contacts;
  return { status, locale, title: page.busyTitle, paragraphs: [page.busy] };
};

/** The fields of a small form; none of one that is too large. */
export async function formOf(request: Request): Promise<URLSearchParams> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of arriving(request)) {
    pieces.push(piece);
    size += piece.length;
    if (size > largestForm) return new URLSearchParams();
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'));
}
