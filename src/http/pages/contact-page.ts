import type { Logger } from 'pino';
import type { Request, Server } from 'restify';
import type { Deps } from '../../app/deps.ts';
import { answerContact, type ContactAsked, contactAsked } from '../../app/notices/contact-consent.ts';
import { type Locale, words } from '../../domain/i18n/index.ts';
import type { Limits } from '../limits.ts';
import { formOf, plainRoute, type Shown } from './plain-route.ts';

export interface ContactPage {
  readonly deps: Deps;
  readonly log: Logger;
  readonly limits?: Limits | null;
}

/**
 * `/contact/<token>`: somebody outside says whether they want mail (G-11). It is open to whoever holds the link; looking at it changes
 * nothing, for programs look at links in mail, too.
 */
export function serveContact(server: Server, { deps, log, limits = null }: ContactPage): void {
  const route = (answer: Parameters<typeof plainRoute>[1]) => plainRoute({ log, limits }, answer);
  const tokenOf = (request: Request): string => String(request.params['token'] ?? '');

  server.get(
    '/contact/:token',
    route(async (request, locale) => {
      const found = await contactAsked(deps, tokenOf(request));
      return found.ok ? question(found.value, 200) : gone(locale);
    }),
  );
  server.post(
    '/contact/:token',
    route(async (request, locale) => {
      const answer = await answerIn(request);
      const token = tokenOf(request);
      const done = answer ? await answerContact(deps, token, answer) : await contactAsked(deps, token);
      if (!done.ok) return gone(locale);
      return answer ? thanks(done.value, answer) : question(done.value, 400);
    }),
  );
}

function question({ organisation, address, locale }: ContactAsked, status: number): Shown {
  const { page } = words(locale).contacts;
  return {
    status,
    locale,
    title: page.title(organisation),
    paragraphs: [page.asks(organisation), { strong: address }, page.agreeing, { quiet: page.unexpected }],
    choices: [
      { name: 'answer', value: 'agrees', label: page.agree, likely: true },
      { name: 'answer', value: 'refuses', label: page.refuse },
    ],
  };
}

function thanks({ organisation, locale }: ContactAsked, answer: 'agrees' | 'refuses'): Shown {
  const { page } = words(locale).contacts;
  return answer === 'agrees'
    ? { status: 200, locale, title: page.agreedTitle, paragraphs: [page.agreed(organisation)] }
    : { status: 200, locale, title: page.refusedTitle, paragraphs: [page.refused(organisation)] };
}

/** The same for a link that never was, that was used and that is too old. */
const gone = (locale: Locale): Shown => {
  const { page } = words(locale).contacts;
  return { status: 404, locale, title: page.goneTitle, paragraphs: [page.gone] };
};

async function answerIn(request: Request): Promise<'agrees' | 'refuses' | undefined> {
  const answer = (await formOf(request)).get('answer');
  return answer === 'agrees' || answer === 'refuses' ? answer : undefined;
}
