import type { Principal } from '../../domain/access/principal.ts';
import type { Outcome } from '../../domain/notice/outcome.ts';
import type { Subscription } from '../../domain/notice/subscription.ts';
import type { ChannelNews } from '../notices/channel-news.ts';
import type { Told } from '../notices/notices.ts';

/** What became of telling a person in chat. `closed`: it is not open to the desk any more, and noted so (F-18). */
export type ChatOutcome = Outcome | { readonly is: 'closed' };

/**
 * Telling people in Teams, which only the bot can. Each answers within 10 s and never throws once something may have been sent; `signal`
 * ends what is still under way.
 */
export interface ChatDelivery {
  /** Whether the person's chat is open to the desk, as far as it knows. */
  reaches(person: Principal): Promise<boolean>;
  /** In the personal chat, in the person's own words; `nothingToDo` where the bot is not installed, or where the chat has shown it already. */
  tellPerson(told: Told, signal: AbortSignal): Promise<ChatOutcome>;
  /** In the case's one post of a channel: neutral, content comes by refresh to those who may see it (G-14). */
  tellChannel(to: Subscription, news: ChannelNews, signal: AbortSignal): Promise<Outcome>;
}
