import type { Told } from '../../src/app/notices/notices.ts';
import { toldOnce } from '../../src/domain/case/told-twice.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { nextOf } from '../../src/domain/notice/wording.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type Button, card, facts, quoted, subtle, text } from './card.ts';
import { statusText, titleElements } from './case.ts';
import { entryElements } from './timeline.ts';

/** Entries on one card; those before them are on the case. */
const mostEntries = 5;

/** G-11: what happened, who, what comes next, and one button to the case. */
export function noticeCard(turn: Turn, { by, reader, news }: Told): AdaptiveCard {
  const { mail, channels, cases } = words(by.locale);
  const { view, receipt } = news;
  const entries = toldOnce(news.entries);
  const shown = entries.slice(-mostEntries);
  const earlier = entries.length - shown.length;
  const what = shown.flatMap((entry) =>
    // G-5: that there is a note may be told to an engineer; what it says stays in the desk.
    entryElements(turn, entry.internal ? { ...entry, text: null, files: [] } : entry, 600),
  );
  return card(turn, {
    speak: `${view.number}. ${receipt ? mail.received : shown.at(-1)?.type === 'noted' ? cases.actions.note : view.statusText}`,
    body: [
      ...titleElements(view),
      statusText(view, { spacing: 'None' }),
      ...(receipt ? [text(mail.received)] : what),
      ...(earlier > 0 ? [subtle(channels.notice.more(earlier), { spacing: 'Small' })] : []),
      ...(reader.as === 'desk' ? [facts([[cases.attributes.tenant, quoted(view.tenant.name, 100)]])] : []),
      ...(view.exception === null ? [] : [text(quoted(view.exception, 500), { spacing: 'Small' })]),
      text(nextOf({ ...by, reader, status: view.status, reopenableUntil: view.reopenableUntil }), { separator: true, spacing: 'Medium' }),
    ],
    buttons: [open(turn, view.id)],
  });
}

/** F-19: where Teams finds the notice too large. */
export function noticeTooLong(turn: Turn, { by, news }: Told): AdaptiveCard {
  const { channels, bot } = words(by.locale);
  const { number, id } = news.view;
  const says = channels.notice.tooLong(number);
  return card(turn, {
    speak: says,
    body: [text(says)],
    buttons: [{ title: bot.case.inTab, url: turn.links.tab(`case/${number}`) }, open(turn, id)],
  });
}

const open = ({ by }: Turn, caseId: string): Button => ({ title: words(by.locale).mail.open, action: { do: 'case', caseId } });
