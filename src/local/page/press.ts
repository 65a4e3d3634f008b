import type { ChatMessage } from '../client-contract.ts';
import { type Answer, answerOf, type CardAction, meaningOf } from './card-actions.ts';
import { type Desk, failureIn } from './desk.ts';
import { openDialog } from './dialog.ts';
import { notice } from './notice.ts';
import { refusal } from './refusal.ts';

/**
 * Does what a pressed action asks, and shows what came of it beside the card. A card that the answer replaces arrives as an event, like every change.
 *
 * @param outcome where bars go; emptied first.
 */
export async function press(desk: Desk, message: ChatMessage, action: CardAction, outcome: HTMLElement): Promise<void> {
  const { session, server } = desk;
  outcome.replaceChildren();
  const meaning = meaningOf(action, session.theme);
  switch (meaning.kind) {
    case 'link':
      desk.openLink(meaning.url);
      return;
    case 'message': {
      const { kind: _kind, ...said } = meaning;
      const failure = failureIn(await server.submit(message, said), session);
      if (failure) outcome.append(notice('error', failure, session.words));
      return;
    }
    case 'execute':
    case 'invoke':
    case 'dialog': {
      const { status, body } = await server.invoke(message, meaning.name, meaning.value);
      showAnswer(desk, message, answerOf(meaning.name, status, body), outcome);
      return;
    }
    case 'nothing':
      return;
    default:
      meaning satisfies never;
  }
}

export function showAnswer(desk: Desk, message: ChatMessage, answer: Answer, outcome: HTMLElement): void {
  const { words } = desk.session;
  switch (answer.kind) {
    case 'card':
    case 'done':
    case 'offered':
      return;
    case 'message':
      outcome.append(notice('info', answer.text, words));
      return;
    case 'dialog':
      openDialog(desk, message, answer.dialog);
      return;
    case 'refused':
      outcome.append(refusal(desk, answer));
      return;
    default:
      answer satisfies never;
  }
}
