import type { DraftView } from '../../src/app/cases/drafts.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type Button, card, largestCard, subtle, text, warning } from './card.ts';
import { type CaseNote, noteElements } from './case.ts';

/** Left for the buttons and the frame of the card. */
const frame = 5_000;

/** The declared form as a card, with what was found in the uploads and each fault beside its field. */
export function formCard(turn: Turn, draft: DraftView, note: CaseNote = {}): AdaptiveCard {
  const { form } = words(turn.by.locale).bot;
  const body = draft.form.map((element) => forChat(turn, element));
  const fits = Buffer.byteLength(JSON.stringify(body)) <= largestCard - frame;
  return card(turn, {
    speak: draft.caseTypeName,
    body: [
      ...noteElements(turn, note),
      ...(draft.issues.length > 0 ? [warning(form.faults(draft.issues.length))] : []),
      ...(fits ? body : body.map((element) => shortened(turn, element))),
      subtle(form.required, { spacing: 'Medium' }),
    ],
    buttons: buttons(turn, draft.id),
  });
}

function buttons(turn: Turn, draftId: string): readonly Button[] {
  const { form } = words(turn.by.locale).bot;
  return [
    { title: form.send, action: { do: 'sendDraft', draftId } },
    ...(turn.surface === 'chat' ? [{ title: form.inDialog, action: { do: 'keepDraft', draftId }, dialog: true } as const] : []),
    { title: form.keep, action: { do: 'keepDraft', draftId } },
    { title: form.discard, action: { do: 'dropDraft', draftId }, inputs: 'none', look: 'destructive' },
  ];
}

/**
 * A client refuses to send a card in which a required input is empty, even where it is only to be kept. So here the mark is part of the
 * label, and what is missing is said by the server, beside the field.
 */
function forChat(turn: Turn, element: CardElement): CardElement {
  const { isRequired, errorMessage: _message, ...rest } = element;
  const { form } = words(turn.by.locale).bot;
  if (element['columns']) {
    const parts = element['columns'] as readonly { readonly items: readonly CardElement[] }[];
    return { ...rest, columns: parts.map((part) => ({ ...part, items: part.items.map((item) => forChat(turn, item)) })) } as CardElement;
  }
  const attach = element['text'] === form.attachList || element['text'] === form.attachDocuments;
  if (attach && (turn.surface === 'dialog' || turn.place === 'group')) return { ...rest, text: form.inPersonalChat } as CardElement;
  // Its renderer shows the code of what is chosen instead of its name.
  const style = rest['style'] === 'filtered' ? { style: 'compact' } : {};
  if (isRequired !== true) return { ...element, ...style };
  const marked = element.type === 'Input.Toggle' ? 'title' : 'label';
  return { ...rest, ...style, [marked]: `${String(element[marked])} *` } as CardElement;
}

/** A long text would make the card too large for a chat. It stays in the draft; the tab can show it. */
function shortened(turn: Turn, element: CardElement): CardElement {
  const value = element['value'];
  if (element['isMultiline'] !== true || typeof value !== 'string' || value.length < 1_000) return element;
  return text(words(turn.by.locale).bot.form.tooLong(String(element['label']).replace(/ \*$/, ''), value.length), { weight: 'Bolder' });
}
