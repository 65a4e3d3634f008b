import { authorizeOpening, customersAt } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Outage } from '../../domain/outage/outage.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { ServiceHealth } from './known.ts';

/** What is known before anybody files anything. */
export interface HealthView extends ServiceHealth {
  /** AG-4: outages that the desk works on, newest first. */
  readonly outages: readonly (Pick<Outage, 'id' | 'title' | 'openedAt'> & { readonly followed: boolean })[];
}

const unasked: ServiceHealth = { state: 'notAsked', readAt: null, issues: [] };
const mostOutages = 20;

/** Whether this person creates cases at the desk, for whomever: they may know what is known there. */
export const mayFileAt = (by: Principal, desk: DeskId): boolean => authorizeOpening(by, desk, null).ok || customersAt(by, desk).length > 0;

/** CS-12: for whoever may create cases at the desk; Microsoft's services are the cloud-services desk's. */
export async function healthFor(deps: Deps, by: Principal, desk: DeskId): Promise<Result<HealthView, Refusal>> {
  if (!mayFileAt(by, desk)) return refuse({ code: 'notFound' });
  const { operatorTenantId } = deps;
  const [health, outages] = await Promise.all([
    desk === 'cloudServices' && deps.health ? deps.health() : unasked,
    operatorTenantId ? deps.store.outages.list(operatorTenantId, [desk]) : [],
  ]);
  const open = outages.filter(({ state }) => state === 'open').slice(0, mostOutages);
  const followed = operatorTenantId
    ? await deps.store.outages.followed(operatorTenantId, { tenantId: by.tenantId, personId: by.personId })
    : new Set<string>();
  return ok({ ...health, outages: open.map(({ id, title, openedAt }) => ({ id, title, openedAt, followed: followed.has(id) })) });
}
