import { v7 as uuidv7, validate } from 'uuid';
import { desksFor, isEngineerOf, may, maySubscribe } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import { desks } from '../../domain/catalogue/desks.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Issue } from '../../domain/faults.ts';
import { words } from '../../domain/i18n/index.ts';
import { type ChannelFilter, type SubscribedEvent, type Subscription, subscribedEvents } from '../../domain/notice/subscription.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { unreadable } from '../../domain/text.ts';
import type { Deps } from '../deps.ts';
import { recorded, recordRefusal } from '../refused.ts';

/** A subscribed channel, as whoever may change it sees it. */
export interface SubscriptionView {
  readonly id: string;
  readonly name: string;
  readonly desk: DeskId;
  readonly deskName: string;
  /** The one customer; `null`: all. */
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly severities: ChannelFilter['severities'];
  readonly events: readonly SubscribedEvent[];
  /** Whether people of other organisations are in it. */
  readonly shared: boolean;
  readonly version: number;
  /** Since when nothing reaches it: the app is gone from there, or the channel is. */
  readonly stoppedAt: string | null;
}

/** What can be chosen for a channel, desk by desk. */
export interface SubscriptionChoices {
  readonly desks: readonly { readonly id: DeskId; readonly name: string; readonly severities: ChannelFilter['severities'] }[];
  readonly events: readonly SubscribedEvent[];
  /** The operator's people choose among these; nobody else has a choice. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
}

/** The channel that is spoken in. */
export interface ChannelPlace {
  readonly channelId: string;
  readonly teamId: string | null;
  readonly serviceUrl: string;
  readonly shared: boolean;
}

export type Wanted = ChannelFilter & Pick<Subscription, 'name'>;

/** Customers to choose from on a card; the operator's other customers are found in the tab's list of organisations. */
const mostCustomers = 100;
const longestName = 100;
const notAllowed: Refusal = { code: 'notAllowed', action: 'subscribeChannel' };

/** The channels of the reader's organisation; at the operator those of the desks the reader works for. */
export async function subscriptionsFor(deps: Deps, by: Principal): Promise<Result<readonly SubscriptionView[], Refusal>> {
  if (!may(by, 'subscribeChannel')) return recordRefusal(deps, by, 'channel.list', null, notAllowed);
  const all = await deps.store.subscriptions.list(by.tenantId);
  return ok(await Promise.all(all.filter((one) => maySubscribe(by, one)).map((one) => viewOf(deps, by, one))));
}

/** What one channel hears of already. */
export async function channelFor(deps: Deps, by: Principal, channelId: string): Promise<Result<readonly SubscriptionView[], Refusal>> {
  if (!may(by, 'subscribeChannel')) return recordRefusal(deps, by, 'channel.list', null, notAllowed);
  const all = await deps.store.subscriptions.ofChannel(by.tenantId, channelId);
  return ok(await Promise.all(all.filter((one) => maySubscribe(by, one)).map((one) => viewOf(deps, by, one))));
}

export async function choicesFor(deps: Deps, by: Principal): Promise<Result<SubscriptionChoices, Refusal>> {
  if (!may(by, 'subscribeChannel')) return recordRefusal(deps, by, 'channel.list', null, notAllowed);
  const operator = by.kind === 'operator';
  const of = words(by.locale).desks;
  const customers = operator
    ? (await deps.store.tenants.list({ state: 'active', kind: null, words: null, cursor: null, limit: mostCustomers })).items
    : [];
  return ok({
    desks: desksFor(by)
      .filter((desk) => !operator || isEngineerOf(by, desk))
      .map((id) => ({ id, name: of[id].name, severities: desks[id].severities ? ['A', 'B', 'C'] : [] })),
    events: subscribedEvents.filter((event) => operator || event !== 'targets'),
    customers: customers.filter(({ kind }) => kind !== 'operator').map(({ id, name }) => ({ id, name })),
  });
}

/** Subscribes a channel to a desk, or changes what it hears of where it is subscribed: on the version that was seen, 0 for none (G-8). */
export async function subscribe(
  deps: Deps,
  by: Principal,
  place: ChannelPlace,
  { wanted, version }: { readonly wanted: Wanted; readonly version: number },
): Promise<Result<SubscriptionView, Refusal>> {
  const checked = await check(deps, by, wanted);
  if (!checked.ok) return checked;
  const saved = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<string, Refusal>> => {
    const count = await tx.subscriptions.count();
    const before = await tx.subscriptions.lockOf(place.channelId, wanted.desk);
    if ((before?.version ?? 0) !== version) return refuse({ code: 'outdated' });
    if (!before && count >= limits.channels) return refuse({ code: 'limitReached', limit: 'channels', max: limits.channels });
    const id = before?.id ?? uuidv7();
    await tx.subscriptions.save({ ...place, ...checked.value, id, locale: by.locale, version: version + 1 }, by.personId);
    await tx.appendAudit(auditOf(by, before ? 'channel.change' : 'channel.subscribe', id, place.channelId, before ?? null, checked.value));
    return ok(id);
  });
  return saved.ok ? found(deps, by, saved.value) : recorded(deps, by, 'channel.subscribe', saved);
}

/** Changes what a subscribed channel hears of, from wherever it is listed. */
export async function changeSubscription(
  deps: Deps,
  by: Principal,
  id: string,
  { wanted, version }: { readonly wanted: Omit<Wanted, 'desk'>; readonly version: number },
): Promise<Result<SubscriptionView, Refusal>> {
  const there = await ownOf(deps, by, id, 'channel.change');
  if (!there.ok) return there;
  const checked = await check(deps, by, { ...wanted, desk: there.value.desk });
  if (!checked.ok) return checked;
  const saved = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<true, Refusal>> => {
    const before = await tx.subscriptions.lock(id);
    if (before?.version !== version) return refuse({ code: 'outdated' });
    await tx.subscriptions.save({ ...before, ...checked.value, version: version + 1 }, by.personId);
    await tx.appendAudit(auditOf(by, 'channel.change', id, before.channelId, before, checked.value));
    return ok(true);
  });
  return saved.ok ? found(deps, by, id) : recorded(deps, by, 'channel.change', saved);
}

/** The channel hears no more. Ending what is ended changes nothing. */
export async function unsubscribe(deps: Deps, by: Principal, id: string): Promise<Result<true, Refusal>> {
  const there = await ownOf(deps, by, id, 'channel.unsubscribe');
  if (!there.ok) return there;
  await deps.store.inTenant(by.tenantId, async (tx) => {
    const before = await tx.subscriptions.lock(id);
    if (!before) return;
    await tx.subscriptions.remove(id);
    await tx.appendAudit(auditOf(by, 'channel.unsubscribe', id, before.channelId, before, null));
  });
  return ok(true);
}

/** One of the reader's own; another organisation's, or one of a desk they don't work for, is as if it did not exist (G-9). */
async function ownOf(deps: Deps, by: Principal, id: string, action: string): Promise<Result<Subscription, Refusal>> {
  if (!may(by, 'subscribeChannel')) return recordRefusal(deps, by, action, null, notAllowed);
  const one = await deps.store.subscriptions.find(by.tenantId, id);
  return one && maySubscribe(by, one) ? ok(one) : recordRefusal(deps, by, action, null, { code: 'notFound' });
}

async function check(deps: Deps, by: Principal, wanted: Wanted): Promise<Result<Wanted, Refusal>> {
  if (!maySubscribe(by, wanted)) return recordRefusal(deps, by, 'channel.subscribe', null, notAllowed);
  const name = wanted.name.trim();
  const events = subscribedEvents.filter((event) => wanted.events.includes(event) && (by.kind === 'operator' || event !== 'targets'));
  const issues: Issue[] = [];
  if (name === '') issues.push({ field: 'name', fault: { is: 'required' } });
  else if (unreadable(name)) issues.push({ field: 'name', fault: { is: 'unreadableText' } });
  else if (name.length > longestName) issues.push({ field: 'name', fault: { is: 'tooLong', max: longestName } });
  if (events.length === 0) issues.push({ field: 'events', fault: { is: 'required' } });
  if (wanted.customer !== null && !(validate(wanted.customer) && (await deps.store.tenants.find(wanted.customer))))
    issues.push({ field: 'customer', fault: { is: 'notAnOption' } });
  return issues.length > 0 ? refuse({ code: 'invalid', issues }) : ok({ ...wanted, name, events });
}

async function found(deps: Deps, by: Principal, id: string): Promise<Result<SubscriptionView, Refusal>> {
  const one = await deps.store.subscriptions.find(by.tenantId, id);
  return one ? ok(await viewOf(deps, by, one)) : refuse({ code: 'notFound' });
}

async function viewOf(deps: Deps, by: Principal, one: Subscription): Promise<SubscriptionView> {
  const { id, name, desk, customer, severities, events, shared, version, stoppedAt } = one;
  const named = customer === null ? null : { id: customer, name: await deps.directory.tenantName(customer) };
  return { id, name, desk, deskName: words(by.locale).desks[desk].name, customer: named, severities, events, shared, version, stoppedAt };
}

const filterOf = ({ name, desk, customer, severities, events }: Wanted) => ({ channel: name, desk, customer, severities, events });

const auditOf = (by: Principal, action: string, id: string, channelId: string, from: Wanted | null, to: Wanted | null) => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action,
  outcome: 'done' as const,
  caseId: null,
  details: { name: by.name, subscription: id, channelId, from: from && filterOf(from), to: to && filterOf(to) },
});
