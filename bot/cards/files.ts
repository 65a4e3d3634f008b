import { words } from '../../src/domain/i18n/index.ts';
import type { UploadLine } from '../../src/forms/uploads.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, quoted, text } from './card.ts';

/** What was found in files that came for a form. */
export function addedCard(turn: Turn, draft: { readonly id: string; readonly name: string }, lines: readonly UploadLine[]): AdaptiveCard {
  const { files } = words(turn.by.locale).bot;
  return card(turn, {
    speak: draft.name,
    body: [
      text(files.into(quoted(draft.name, 100))),
      ...lines.map((line) =>
        text(line.text, { spacing: line.text.startsWith('**') ? 'Medium' : 'None', ...(line.good ? {} : { color: 'Attention' }) }),
      ),
      text(lines.every((line) => line.good) ? files.next : files.again, { spacing: 'Medium' }),
    ],
    buttons: [{ title: files.showForm, action: { do: 'draft', draftId: draft.id } }],
  });
}

/** Nothing is open that could take the files: what could be is offered. */
export function nothingOpenCard(turn: Turn, lines: readonly string[]): AdaptiveCard {
  const { bot } = words(turn.by.locale);
  const [first = bot.files.nothingOpen, ...others] = lines;
  return card(turn, {
    speak: first,
    body: [first, ...others].map((line) => text(line)),
    buttons: [
      { title: bot.drafts.title, action: { do: 'drafts' } },
      { title: bot.lists.titles.mine, action: { do: 'list', list: 'mine', state: 'open', words: null, cursor: null } },
      { title: bot.home.create, action: { do: 'create', desk: null, category: null, customer: null } },
    ],
  });
}
