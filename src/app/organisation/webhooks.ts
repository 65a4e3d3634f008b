import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Webhook, WebhookEvent } from '../../domain/notice/webhook.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { TenantTransaction, WebhookAnswer } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';

/** Hours for which the secret before signs beside the new one. */
export const longestOverlap = 168;

export type WebhookView = Omit<Webhook, 'tenantId' | 'createdBy' | 'changedBy' | 'restsUntil'>;

/** The one time that a secret is shown. */
export interface ShownWebhookSecret {
  readonly webhook: WebhookView;
  readonly secret: string;
}

/** What a test came to. `status` is what it answered; `null` where nothing came back. */
export interface WebhookTest {
  readonly taken: boolean;
  readonly status: number | null;
}

export interface WebhookWanted {
  readonly url: string;
  readonly description: string;
  readonly events: readonly WebhookEvent[];
}

const notAllowed = { code: 'notAllowed', action: 'manageWebhooks' } as const satisfies Refusal;
const refusedToOthers = async (deps: Deps, by: Principal, action: string): Promise<Result<never, Refusal> | undefined> =>
  may(by, 'manageWebhooks') ? undefined : recordRefusal(deps, by, action, null, notAllowed);

export async function listWebhooks(deps: Deps, by: Principal): Promise<Result<readonly WebhookView[], Refusal>> {
  const refused = await refusedToOthers(deps, by, 'webhook.list');
  return refused ?? ok((await deps.store.webhooks.list(by.tenantId)).map(viewOf));
}

/** F-33: only where the address is public now; it is looked at again each time it is called. */
export async function addWebhook(deps: Deps, by: Principal, wanted: WebhookWanted): Promise<Result<ShownWebhookSecret, Refusal>> {
  const refused = (await refusedToOthers(deps, by, 'webhook.add')) ?? (await badPlace(deps, by, 'webhook.add', wanted.url));
  if (refused) return refused;
  const [id, secret] = [uuidv7(), newSecret()];
  const added = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<WebhookView, Refusal>> => {
    if ((await tx.webhooks.count()) >= limits.webhooks) return refuse({ code: 'limitReached', limit: 'webhooks', max: limits.webhooks });
    await tx.webhooks.save({ ...wanted, id, version: 1 }, by.personId);
    await tx.webhooks.addSecret(id, secret, tx.now);
    return saved(tx, by, id, 'webhook.add');
  });
  return shown(secret, await recorded(deps, by, 'webhook.add', added));
}

/** Changes what it is told of and where, and switches it on and off: on the version that was seen (G-8). */
export async function changeWebhook(
  deps: Deps,
  by: Principal,
  id: string,
  { version, on, ...wanted }: WebhookWanted & { readonly version: number; readonly on: boolean },
): Promise<Result<WebhookView, Refusal>> {
  const refused = (await refusedToOthers(deps, by, 'webhook.change')) ?? (await badPlace(deps, by, 'webhook.change', wanted.url));
  if (refused) return refused;
  return withOne(deps, by, { id, action: 'webhook.change' }, async (tx, before) => {
    if (before.version !== version) return refuse({ code: 'outdated' });
    await tx.webhooks.save({ ...wanted, id, version: version + 1 }, by.personId);
    // What another address did not take is not held against this one.
    if (on && (before.stopped || before.url !== wanted.url)) await tx.webhooks.resume(id);
    if (!on && !before.stopped) await tx.webhooks.stop(id, 'byHand');
    return saved(tx, by, id, 'webhook.change');
  });
}

/** A new secret; the one before signs beside it for some hours, so that nothing stands still while it is replaced. */
export async function rotateWebhook(
  deps: Deps,
  by: Principal,
  id: string,
  overlapHours: number,
): Promise<Result<ShownWebhookSecret, Refusal>> {
  const refused = await refusedToOthers(deps, by, 'webhook.rotate');
  if (refused) return refused;
  const secret = newSecret();
  const done = withOne(deps, by, { id, action: 'webhook.rotate' }, async (tx) => {
    await tx.webhooks.addSecret(id, secret, new Date(Date.parse(tx.now) + overlapHours * 3_600_000).toISOString());
    return saved(tx, by, id, 'webhook.rotate');
  });
  return shown(secret, await done);
}

/** It is told of nothing more. */
export async function removeWebhook(deps: Deps, by: Principal, id: string): Promise<Result<true, Refusal>> {
  const refused = await refusedToOthers(deps, by, 'webhook.remove');
  if (refused) return refused;
  return withOne(deps, by, { id, action: 'webhook.remove' }, async (tx, before) => {
    await tx.webhooks.remove(id);
    await note(tx, by, 'webhook.remove', before);
    return ok(true);
  });
}

/** Calls it at once with a message that is about no case, whether or not it is switched on. */
export async function testWebhook(deps: Deps, by: Principal, id: string): Promise<Result<WebhookTest, Refusal>> {
  const refused = await refusedToOthers(deps, by, 'webhook.test');
  if (refused) return refused;
  const webhook = await deps.store.webhooks.find(by.tenantId, id);
  if (!webhook || !deps.webhooks) return recordRefusal(deps, by, 'webhook.test', null, { code: 'notFound' });
  const body = JSON.stringify({ type: 'webhook.test', version: 1, timestamp: deps.now(), data: {} });
  const secrets = await deps.store.webhooks.secrets(by.tenantId, id);
  const answer = await deps.webhooks.post({ url: webhook.url, secrets, id: `msg_${uuidv7()}`, body }, AbortSignal.timeout(10_000));
  const result = { taken: isTaken(answer), status: answer.is === 'answered' ? answer.status : null };
  await deps.store.inTenant(by.tenantId, (tx) => note(tx, by, 'webhook.test', webhook, { ...result }));
  return ok(result);
}

export const isTaken = (answer: WebhookAnswer): boolean => answer.is === 'answered' && answer.status >= 200 && answer.status < 300;

async function withOne<T>(
  deps: Deps,
  by: Principal,
  { id, action }: { readonly id: string; readonly action: string },
  work: (tx: TenantTransaction, before: Webhook) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const done = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<T, Refusal>> => {
    const before = await tx.webhooks.lock(id);
    return before ? work(tx, before) : refuse({ code: 'notFound' });
  });
  return recorded(deps, by, action, done);
}

async function badPlace(deps: Deps, by: Principal, action: string, url: string): Promise<Result<never, Refusal> | undefined> {
  const why = deps.webhooks ? await deps.webhooks.check(url) : 'noSuchHost';
  return why ? recordRefusal(deps, by, action, null, { code: 'invalid', issues: [{ field: 'url', fault: { is: why } }] }) : undefined;
}

async function saved(tx: TenantTransaction, by: Principal, id: string, action: string): Promise<Result<WebhookView, Refusal>> {
  const after = await tx.webhooks.lock(id);
  if (!after) return refuse({ code: 'notFound' });
  await note(tx, by, action, after);
  return ok(viewOf(after));
}

const shown = (secret: string, done: Result<WebhookView, Refusal>): Result<ShownWebhookSecret, Refusal> =>
  done.ok ? ok({ webhook: done.value, secret }) : done;

/** The address goes into the trail without its query, in which some systems keep a key of theirs. */
const note = (
  tx: TenantTransaction,
  by: Principal,
  action: string,
  { id, url, description, events, stopped, oldSecretUntil }: Webhook,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  tx.appendAudit({
    ...{ actorTenantId: by.tenantId, actorId: by.personId, action, outcome: 'done', caseId: null },
    details: { name: by.name, webhook: id, url: url.split('?')[0], description, events, on: !stopped, oldSecretUntil, ...more },
  });

/** As Standard Webhooks has it: 32 bytes, for SHA-256. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

const viewOf = ({ tenantId: _, createdBy: __, changedBy: ___, restsUntil: ____, ...view }: Webhook): WebhookView => view;
