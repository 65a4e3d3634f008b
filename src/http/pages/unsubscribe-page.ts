import type { Logger } from 'pino';
import type { Request, Server } from 'restify';
import type { Deps } from '../../app/deps.ts';
import { changeMail, type MailStanding, mailStanding } from '../../app/notices/unsubscribe.ts';
import { type Locale, words } from '../../domain/i18n/index.ts';
import type { Limits } from '../limits.ts';
import { formOf, plainRoute, type Shown } from './plain-route.ts';

export interface UnsubscribePage {
  readonly deps: Deps;
  readonly log: Logger;
  readonly limits?: Limits | null;
}

/**
 * `/unsubscribe/<token>`: whoever gets mail about cases stops it, without signing in. Looking at it changes nothing, for programs look at links
 * in mail, too; a POST stops the mail, as mail programs ask for it with one click (RFC 8058).
 */
export function serveUnsubscribe(server: Server, { deps, log, limits = null }: UnsubscribePage): void {
  const path = '/unsubscribe/:token';
  const tokenOf = (request: Request): string => String(request.params['token'] ?? '');
  server.get(
    path,
    plainRoute({ log, limits }, async (request, locale) => {
      const found = await mailStanding(deps, tokenOf(request));
      return found.ok ? standing(found.value) : gone(locale);
    }),
  );
  server.post(
    path,
    plainRoute({ log, limits }, async (request, locale) => {
      const form = await formOf(request);
      const done = await changeMail(deps, tokenOf(request), form.get('mail') === 'start');
      return done.ok ? standing(done.value) : gone(locale);
    }),
  );
}

function standing({ organisation, locale, kind, hears }: MailStanding): Shown {
  const { unsubscribe: says } = words(locale).mail;
  const about = kind === 'person' ? says.yours : says.of(organisation);
  return {
    status: 200,
    locale,
    title: hears ? says.title : says.stoppedTitle,
    paragraphs: hears ? [says.hears(about)] : [says.stopped(about), ...(kind === 'person' ? [says.inProfile] : [])],
    choices: [
      hears ? { name: 'mail', value: 'stop', label: says.stop, likely: true } : { name: 'mail', value: 'start', label: says.start },
    ],
  };
}

const gone = (locale: Locale): Shown => {
  const { unsubscribe: says } = words(locale).mail;
  return { status: 404, locale, title: says.goneTitle, paragraphs: [says.gone] };
};
