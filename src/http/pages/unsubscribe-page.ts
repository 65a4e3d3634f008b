import type { Logger } from 'pino';
import type { Request, Server } from 'restify';
import type { Deps } from '../../app/deps.ts';
import { changeMail, type MailStanding, mailStanding } from '../../app/notices/unsubscribe.ts';
import { type Locale, type Words, words } from '../../domain/i18n/index.ts';
import { type NoticeKind, noticeKinds } from '../../domain/notice/choices.ts';
import type { Limits } from '../limits.ts';
import { formOf, plainRoute, type Shown } from './plain-route.ts';

export interface UnsubscribePage {
  readonly deps: Deps;
  readonly log: Logger;
  readonly limits?: Limits | null;
}

/**
 * `/unsubscribe/<token>`: whoever gets mail about cases stops it, without signing in. Looking at it changes nothing, for programs look at links
 * in mail, too; a POST stops all of the mail, as mail programs ask for it with one click (RFC 8058), unless the page's own buttons say else.
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
      const { hears, kind } = changeIn(form);
      const done = await changeMail(deps, tokenOf(request), hears, kind);
      return done.ok ? standing(done.value) : gone(locale);
    }),
  );
}

function changeIn(form: URLSearchParams): { readonly hears: boolean; readonly kind?: NoticeKind } {
  const of = (name: string) => noticeKinds.find((kind) => kind === form.get(name));
  const [stopped, started] = [of('stop'), of('start')];
  if (stopped) return { hears: false, kind: stopped };
  if (started) return { hears: true, kind: started };
  return { hears: form.get('mail') === 'start' };
}

function standing({ organisation, locale, kind, hears, kinds }: MailStanding): Shown {
  const { mail, choices } = words(locale);
  const { unsubscribe: says } = mail;
  const not = kinds.filter((one) => !one.hears).map((one) => choices.kinds[one.kind]);
  const about = kind === 'person' ? says.yours : says.of(organisation);
  return {
    status: 200,
    locale,
    title: hears ? says.title : says.stoppedTitle,
    paragraphs: hears
      ? [says.hears(about), ...(not.length > 0 ? [says.not(not.join(', '))] : []), ...(kinds.length > 0 ? [says.oneOrAll] : [])]
      : [says.stopped(about), ...(kind === 'person' ? [says.inProfile] : [])],
    choices: [
      ...(hears ? kinds.map((one) => ofKind(one, says, choices.kinds[one.kind])) : []),
      hears ? { name: 'mail', value: 'stop', label: says.stop, likely: true } : { name: 'mail', value: 'start', label: says.start },
    ],
  };
}

const ofKind = ({ kind, hears }: MailStanding['kinds'][number], says: Words['mail']['unsubscribe'], name: string) =>
  hears ? { name: 'stop', value: kind, label: says.stopKind(name) } : { name: 'start', value: kind, label: says.startKind(name) };

const gone = (locale: Locale): Shown => {
  const { unsubscribe: says } = words(locale).mail;
  return { status: 404, locale, title: says.goneTitle, paragraphs: [says.gone] };
};
