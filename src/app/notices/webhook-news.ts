import { createHash } from 'node:crypto';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Delivery } from '../../domain/notice/delivery.ts';
import { payloadType, type Webhook, type WebhookPayload, webhookHears } from '../../domain/notice/webhook.ts';
import { actorView } from '../cases/timeline.ts';
import type { Deps } from '../deps.ts';
import { TenantClosed } from '../faults.ts';
import { tenantReader } from '../tenants/reader.ts';
import { type About, seqsOf } from './notices.ts';

/** A message as it is to be sent. */
export interface WebhookMessage {
  readonly webhook: Webhook;
  readonly id: string;
  readonly body: string;
}

/** A delivery for each webhook of the case's own organisation that hears of it, and each event; done again, they are the same ones. */
export async function webhooksToTell({ store }: Pick<Deps, 'store'>, about: About): Promise<readonly Delivery[]> {
  const webhooks = await store.webhooks.list(about.tenantId);
  if (webhooks.every(({ stopped }) => stopped !== null)) return [];
  const found = await caseWith(store, about);
  return webhooks.flatMap((webhook) =>
    about.notices.flatMap(({ key, seq, how }) => {
      const event = found?.events.find((one) => one.seq === seq);
      if (!event || !webhookHears(webhook, event)) return [];
      const { id } = webhook;
      return [{ key: `${key}:${id}`, caseId: about.caseId, seq, to: { kind: 'webhook', id }, how, channel: 'webhook' } as const];
    }),
  );
}

/** What one webhook is to be told; `null` where it is gone, off or told of other things by now, or its organisation is not served. */
export async function tellWebhook(deps: Deps, id: string, about: About, link: (number: string) => string): Promise<WebhookMessage | null> {
  const webhook = await deps.store.webhooks.find(about.tenantId, id);
  if (!webhook || !(await isServed(deps, about.tenantId))) return null;
  const found = await caseWith(deps.store, about);
  const [event] = found?.events ?? [];
  if (!found || !event || !webhookHears(webhook, event)) return null;
  const payload = payloadOf(found.case, event, link);
  return { webhook, id: messageId(about), body: JSON.stringify(payload) };
}

function payloadOf(case_: Case, event: CaseEvent, link: (number: string) => string): WebhookPayload {
  const { tenantId, id, number, desk } = case_;
  const reader = tenantReader({ id: tenantId, name: '', kind: 'customer' }, { id: 'webhook', name: '', locale: 'en' });
  const { name, side } = actorView(event.actor, reader, desk);
  const status = event.type === 'statusChanged' ? event.to : null;
  return {
    type: payloadType(event.type, status),
    version: 1,
    timestamp: event.at,
    data: { case: { id, number, status: case_.status, link: link(number) }, event: { seq: event.seq, by: { name, side }, status } },
  };
}

/** Without a full stop, which parts it from the rest of what is signed. */
const messageId = ({ tenantId, notices }: About): string =>
  `msg_${createHash('sha256').update(`${tenantId}:${notices[0]?.key}`).digest('hex').slice(0, 32)}`;

/** The case and those of the events that are no secret of the desk's (G-5), oldest first. */
async function caseWith({ cases }: Deps['store'], { tenantId, caseId, notices }: About) {
  const scope = { kind: 'tenant', tenantId } as const;
  const case_ = await cases.find(scope, { id: caseId });
  if (!case_) return undefined;
  return { case: case_, events: await cases.eventsAt(scope, caseId, { internal: false, seqs: seqsOf({ notices }) }) };
}

async function isServed({ gate }: Deps, tenantId: string): Promise<boolean> {
  try {
    await gate.pass(tenantId);
    return true;
  } catch (fault) {
    if (fault instanceof TenantClosed) return false;
    throw fault;
  }
}
