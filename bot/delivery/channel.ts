import type { ChannelNews } from '../../src/app/notices/channel-news.ts';
import type { Post } from '../../src/app/ports.ts';
import type { Outcome } from '../../src/domain/notice/outcome.ts';
import type { Subscription } from '../../src/domain/notice/subscription.ts';
import { postCard, replyText } from '../cards/post.ts';
import type { Desk } from './chat-delivery.ts';
import type { Line } from './line.ts';
import { outcomeOf, statusOf } from './outcome.ts';
import { paced } from './paced.ts';

/** One post for each case and channel: made with the first news, then kept current, with what happens as replies. */
export async function tellChannel(desk: Desk, to: Subscription, news: ChannelNews, signal: AbortSignal): Promise<Outcome> {
  const line = await desk.lines(to.serviceUrl);
  if (!line) return { is: 'nothingToDo' };
  const post = await desk.store.subscriptions.post(to.tenantId, to.channelId, news.caseId);
  // A change of the post and a reply are two of what Teams counts.
  const asking = { conversation: to.channelId, tenantId: to.tenantId, holder: `${news.tenantId}:${news.key}`, count: post ? 2 : 1 };
  return paced<Outcome>(desk.pacing, desk.limits, asking, () =>
    post ? follow(desk, line, to, news, post, signal) : begin(desk, line, to, news, signal),
  );
}

async function begin(desk: Desk, line: Line, to: Subscription, news: ChannelNews, signal: AbortSignal): Promise<Outcome> {
  try {
    const activityId = await line.post(to.channelId, to.tenantId, postCard(desk, to, news), signal);
    await desk.store.subscriptions.savePost(to.tenantId, to.channelId, news.tenantId, { ...news.shown, caseId: news.caseId, activityId });
    return { is: 'sent' };
  } catch (fault) {
    return goneOr(desk, to, fault, outcomeOf(fault));
  }
}

/** The change comes first: done twice it does no harm, and the reply, which would be there twice, is not tried where it failed. */
async function follow(desk: Desk, line: Line, to: Subscription, news: ChannelNews, post: Post, signal: AbortSignal): Promise<Outcome> {
  const thread = `${to.channelId};messageid=${post.activityId}`;
  try {
    await line.send(thread, { kind: 'replace', messageId: post.activityId, card: postCard(desk, to, news) }, sooner(signal));
  } catch (fault) {
    // F-19: somebody deleted the post, so the case gets another one.
    if (statusOf(fault) === 404) return begin(desk, line, to, news, signal);
    return goneOr(desk, to, fault, outcomeOf(fault, { harmless: true }));
  }
  await desk.store.subscriptions.savePost(to.tenantId, to.channelId, news.tenantId, { ...post, ...news.shown });
  try {
    await line.send(thread, { kind: 'text', text: replyText(to, news) }, signal);
    return { is: 'sent' };
  } catch (fault) {
    return goneOr(desk, to, fault, outcomeOf(fault));
  }
}

/** Leaves time for the reply, and for saying what became of the change. */
const sooner = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(4_000)]);

/** F-18, F-19: where the bot was taken out of the team, or the channel is gone, nothing more is tried until it is back or subscribed anew. */
async function goneOr(desk: Desk, to: Subscription, fault: unknown, outcome: Outcome): Promise<Outcome> {
  const status = statusOf(fault);
  if (status === 403 || status === 404) await desk.store.subscriptions.stop(to.tenantId, to.id);
  return outcome;
}
