import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Delivery } from '../../domain/notice/delivery.ts';
import { hears, type Subscription } from '../../domain/notice/subscription.ts';
import { TenantClosed } from '../faults.ts';
import type { PostNews, PostShown } from '../ports.ts';
import { type About, type NoticeDeps, seqsOf } from './notices.ts';

/** News of a case for a channel, which shows everybody the same: what is in the case is loaded for each reader (G-14). */
export interface ChannelNews {
  /** Of the first notice. */
  readonly key: string;
  readonly tenantId: string;
  readonly caseId: string;
  /** As the case's post now shows it. */
  readonly shown: PostShown;
  /** What happened, oldest first. */
  readonly happened: readonly PostNews[];
}

/** A delivery for each channel that hears of it, and each event; the keys make them the same ones when this is done again. */
export async function channelsToTell(deps: NoticeDeps, about: About): Promise<readonly Delivery[]> {
  const found = await caseWith(deps, about);
  if (!found) return [];
  const subscriptions = await deps.store.subscriptions.forCase({ tenantId: about.tenantId, id: about.caseId }, deps.operatorTenantId);
  const { case: case_, events } = found;
  return subscriptions.flatMap((subscription) =>
    about.notices.flatMap(({ key, seq, how }) => {
      const event = events.find((one) => one.seq === seq);
      if (!event || !hears(subscription, { event, of: case_, operators: isOperators(deps, subscription) })) return [];
      const { tenantId, id } = subscription;
      return [{ key: `${key}:${id}`, caseId: about.caseId, seq, to: { kind: 'channel', tenantId, id }, how, channel: 'chat' } as const];
    }),
  );
}

/** What one channel is to be told; `null` where it is subscribed no longer, to other things, or its organisation is not served just now. */
export async function tellChannel(
  deps: NoticeDeps,
  to: { readonly tenantId: string; readonly id: string },
  about: About,
): Promise<{ readonly to: Subscription; readonly news: ChannelNews } | null> {
  const subscription = await deps.store.subscriptions.find(to.tenantId, to.id);
  if (!subscription || subscription.stoppedAt !== null || !(await isServed(deps, to.tenantId))) return null;
  const found = await caseWith(deps, about);
  const operators = isOperators(deps, subscription);
  if (!found || !(operators || to.tenantId === about.tenantId)) return null;
  const { case: case_, events } = found;
  const happened = events.filter((event) => hears(subscription, { event, of: case_, operators })).map(newsOf);
  const last = happened.at(-1);
  if (!last) return null;
  const shown = { number: case_.number, status: case_.status, last };
  return { to: subscription, news: { key: about.notices[0]?.key ?? '', tenantId: case_.tenantId, caseId: case_.id, shown, happened } };
}

/** The case and the events that its notices are about, internal ones too: who hears of those is decided here. */
async function caseWith(
  deps: NoticeDeps,
  { tenantId, caseId, notices }: About,
): Promise<{ readonly case: Case; readonly events: readonly CaseEvent[] } | undefined> {
  const case_ = await deps.store.cases.find({ kind: 'tenant', tenantId }, { id: caseId });
  if (!case_) return undefined;
  const scope = { kind: 'desks', desks: [case_.desk] } as const;
  return { case: case_, events: await deps.store.cases.eventsAt(scope, caseId, { internal: true, seqs: seqsOf({ notices }) }) };
}

const isOperators = ({ operatorTenantId }: NoticeDeps, { tenantId }: Subscription): boolean => tenantId === operatorTenantId;

async function isServed(deps: NoticeDeps, tenantId: string): Promise<boolean> {
  try {
    await deps.gate.pass(tenantId);
    return true;
  } catch (fault) {
    if (fault instanceof TenantClosed) return false;
    throw fault;
  }
}

/** Its kind alone: nothing that anybody wrote, and nobody's name. */
function newsOf(event: CaseEvent): PostNews {
  if (event.type === 'statusChanged') return { kind: 'statusChanged', to: event.to };
  if (event.type === 'assigned') return { kind: event.to ? 'assigned' : 'unassigned' };
  // Whether it is the desk's turn is what a channel wants to know of a comment.
  if (event.type === 'commented' && event.actor.side === 'desk') return { kind: 'answered' };
  return { kind: event.type };
}
