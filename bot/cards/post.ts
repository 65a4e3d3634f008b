import type { ChannelNews } from '../../src/app/notices/channel-news.ts';
import type { PostNews, PostShown } from '../../src/app/ports.ts';
import type { Locale } from '../../src/domain/i18n/index.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { Subscription } from '../../src/domain/notice/subscription.ts';
import { encode } from '../actions.ts';
import type { Links, Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type CardContent, card, heading, subtle, text } from './card.ts';
import { statusColours } from './case.ts';

/**
 * G-14: a case as everybody in a channel may read it: its number, its status, and what kind of thing happened last. Its refresh shows what is in
 * it to those who may see that; among people of several organisations, nobody.
 */
export function postCard(
  { links }: { readonly links: Links },
  to: Pick<Subscription, 'locale' | 'shared'>,
  news: ChannelNews,
): AdaptiveCard {
  const reader = { by: { locale: to.locale }, links, surface: 'chat' } as Turn;
  const drawn = card(reader, contentOf(to.locale, links, news));
  if (to.shared) return drawn;
  // No `userIds`: Teams asks for everybody in a team of up to sixty, and in a larger one whoever wants to know.
  return {
    ...drawn,
    refresh: {
      action: { type: 'Action.Execute', title: String(drawn['speak']), verb: 'post', data: encode({ do: 'post', caseId: news.caseId }) },
    },
  };
}

/** The same for a person who may not see the case, as an answer to their client's refresh. */
export const postCardFor = (turn: Turn, shown: PostShown & { readonly caseId: string }): AdaptiveCard =>
  card(turn, contentOf(turn.by.locale, turn.links, { shown, caseId: shown.caseId }));

/** What happened, as a reply in the post's thread: words of ours alone. What happened over and over is said once, where it happened last. */
export function replyText({ locale }: Pick<Subscription, 'locale'>, { shown, happened }: ChannelNews): string {
  const said = new Set(happened.map((one) => sentence(locale, one)).toReversed());
  return `**${shown.number}** · ${[...said].toReversed().join(' ')}`;
}

function contentOf(locale: Locale, links: Links, { shown, caseId }: Pick<ChannelNews, 'shown' | 'caseId'>): CardContent {
  const { post } = words(locale).channels;
  const title = post.title(shown.number);
  return {
    speak: `${title}. ${sentence(locale, shown.last)}`,
    body: [
      { ...heading(title), size: 'Medium' },
      text(post.statuses[shown.status], { color: statusColours[shown.status], weight: 'Bolder', spacing: 'None' }),
      // A new status stands above already.
      ...(shown.last.kind === 'statusChanged' ? [] : [subtle(sentence(locale, shown.last), { spacing: 'Small' })]),
    ],
    buttons: [
      { title: post.open, action: { do: 'post', caseId } },
      { title: post.inTab, url: links.tab(`case/${shown.number}`) },
    ],
  };
}

function sentence(locale: Locale, news: PostNews): string {
  const { post } = words(locale).channels;
  return news.kind === 'statusChanged' ? post.statusChanged[news.to] : post.happened[news.kind];
}
