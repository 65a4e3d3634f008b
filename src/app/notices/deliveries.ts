import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { words } from '../../domain/i18n/index.ts';
import type { ChannelKind } from '../../domain/notice/channels.ts';
import type { DeliveryFaultCode } from '../../domain/notice/outcome.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { scopeOf } from '../people/people.ts';
import type { DeadDelivery, DeadQuery, Scope } from '../ports.ts';
import { recordRefusal } from '../refused.ts';
import type { Page } from '../views.ts';

/** A notice that was given up, in the reader's words. Instants are ISO 8601 in UTC. */
export interface DeliveryView {
  readonly id: string;
  readonly channel: ChannelKind;
  /** A name, an address, a webhook, or a channel in Teams. */
  readonly to: string;
  readonly case: { readonly id: string; readonly number: string } | null;
  readonly queuedAt: string;
  readonly givenUpAt: string;
  readonly attempts: number;
  readonly code: DeliveryFaultCode;
  readonly reason: string;
  /** What the receiver said. */
  readonly detail: string;
}

const notAllowed = { code: 'notAllowed', action: 'seeDeliveries' } as const;

/** G-12: what was given up of the notices on an engineer's desks. */
export async function listDeliveries(deps: Deps, by: Principal, query: DeadQuery): Promise<Result<Page<DeliveryView>, Refusal>> {
  const scope = desksOf(by);
  if (!scope) return recordRefusal(deps, by, 'delivery.list', null, notAllowed);
  const { items, next } = await deps.store.deliveries.list(scope, query);
  return ok({ items: items.map((delivery) => viewOf(delivery, by)), next });
}

/** How many there are, counted to 100; `null` for whoever may not see them. */
export async function countDeliveries(deps: Deps, by: Principal): Promise<number | null> {
  const scope = desksOf(by);
  return scope ? deps.store.deliveries.count(scope) : null;
}

/** G-12: sends it once more, as if it had just been queued, or drops it; `notFound` where somebody else did meanwhile. */
export async function settleDelivery(deps: Deps, by: Principal, id: string, how: 'again' | 'drop'): Promise<Result<true, Refusal>> {
  const scope = desksOf(by);
  if (!scope) return recordRefusal(deps, by, `delivery.${how}`, null, notAllowed);
  const found = await deps.store.deliveries.find(scope, id);
  if (!found) return recordRefusal(deps, by, `delivery.${how}`, null, { code: 'notFound' });
  const done = await deps.store.inTenant(found.tenantId, async (tx) => {
    const changed = await (how === 'again' ? tx.deliveries.revive(id) : tx.deliveries.drop(id));
    if (changed)
      await tx.appendAudit({
        actorTenantId: by.tenantId,
        actorId: by.personId,
        action: `delivery.${how}`,
        outcome: 'done',
        caseId: found.case?.id ?? null,
        details: { channel: found.channel, to: found.to.kind, fault: found.fault.code, name: by.name },
      });
    return changed;
  });
  return done ? ok(true) : refuse({ code: 'notFound' });
}

function desksOf(by: Principal): Extract<Scope, { kind: 'desks' }> | undefined {
  const scope = scopeOf(by);
  return may(by, 'seeDeliveries') && scope.kind === 'desks' ? scope : undefined;
}

function viewOf({ to, toName, fault, tenantId: _, ...delivery }: DeadDelivery, reader: Principal): DeliveryView {
  const { deliveries } = words(reader.locale);
  return {
    ...delivery,
    to: receiverOf(to, toName, reader),
    code: fault.code,
    reason: deliveries.reasons[fault.code],
    detail: fault.detail,
  };
}

function receiverOf(to: DeadDelivery['to'], name: string | null, { locale }: Principal): string {
  const { deliveries } = words(locale);
  switch (to.kind) {
    case 'person':
      return name ?? to.id;
    case 'email':
      return to.address;
    case 'webhook':
      return deliveries.webhook(to.id);
    case 'channels':
    case 'channel':
      return deliveries.desk;
  }
}
