import type { Attachment, ChatMessage } from '../client-contract.ts';
import { asOlderClient, type CardAction, isObject } from './card-actions.ts';
import { cardView } from './card-view.ts';
import { type Desk, failureIn } from './desk.ts';
import { h } from './element.ts';
import { icon } from './icons.ts';
import { notice } from './notice.ts';
import { press } from './press.ts';

export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
const fileDownload = 'application/vnd.microsoft.teams.file.download.info';
const fileConsent = 'application/vnd.microsoft.teams.card.file.consent';
const fileInfo = 'application/vnd.microsoft.teams.card.file.info';

/** One attachment of a message. @param outcome where what came of its actions is shown. */
export function attachmentView(
  desk: Desk,
  message: ChatMessage,
  attachment: Attachment,
  older: boolean,
  outcome: HTMLElement,
): HTMLElement {
  const { words } = desk.session;
  switch (attachment.contentType) {
    case adaptiveCard: {
      const card = older ? asOlderClient(attachment.content) : attachment.content;
      const holder = h('div', { class: isWide(card) ? 'card-holder wide' : 'card-holder', 'data-testid': 'card' });
      const pressed = async (action: CardAction) => {
        if (holder.ariaBusy === 'true') return;
        holder.ariaBusy = 'true';
        try {
          await press(desk, message, action, outcome);
        } catch (error) {
          outcome.replaceChildren(notice('error', words.wrong, words, String(error)));
        } finally {
          holder.ariaBusy = 'false';
          outcome.scrollIntoView({ block: 'nearest' });
        }
      };
      holder.append(cardView(card, desk.session, (action) => void pressed(action)));
      return holder;
    }
    case fileDownload:
    case fileInfo: {
      const { downloadUrl } = (attachment.content ?? {}) as { downloadUrl?: string };
      return h('a', { class: 'file', href: downloadUrl ?? attachment.contentUrl ?? '', download: true }, icon('file'), attachment.name);
    }
    case fileConsent:
      return consent(desk, message, attachment, outcome);
    default:
      return h('p', { class: 'file' }, icon('file'), `${words.unknownAttachment} ${attachment.name ?? attachment.contentType}`);
  }
}

const isWide = (card: unknown): boolean => isObject(card) && isObject(card['msteams']) && card['msteams']['width'] === 'Full';

function consent(desk: Desk, message: ChatMessage, { name, content }: Attachment, outcome: HTMLElement): HTMLElement {
  const { words } = desk.session;
  const { description = '' } = (content ?? {}) as { description?: string };
  const answer = (accept: boolean) => async () => {
    const failure = failureIn(await desk.server.consent(message, accept), desk.session);
    outcome.replaceChildren(...(failure ? [notice('error', failure, words)] : []));
  };
  return h(
    'div',
    { class: 'card-holder consent' },
    h('p', {}, words.consentHint),
    h('p', {}, h('strong', {}, name)),
    h('p', { class: 'muted' }, description),
    h('button', { type: 'button', class: 'primary', onclick: answer(true) }, words.consentAllow),
    h('button', { type: 'button', onclick: answer(false) }, words.consentDecline),
  );
}
