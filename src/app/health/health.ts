import { authorizeOpening, customersAt } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Outage } from '../../domain/outage/outage.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { ServiceIssue } from '../ports.ts';
import type { ServiceHealth } from './known.ts';

/** What is known before anybody files anything. */
export interface HealthView extends Omit<ServiceHealth, 'issues'> {
  /** What Microsoft announces, newest first; of older ones those that the reader follows. */
  readonly issues: readonly (ServiceIssue & { readonly followed: boolean })[];
  /** AG-4: outages that the desk works on, newest first. */
  readonly outages: readonly (Pick<Outage, 'id' | 'title' | 'openedAt'> & { readonly followed: boolean })[];
}

const unasked: ServiceHealth = { state: 'notAsked', readAt: null, issues: [] };
const mostOutages = 20;
const mostIssues = 20;

/** Microsoft's services are the cloud-services desk's. */
export const servicesDesk: DeskId = 'cloudServices';

/** Whether this person creates cases at the desk, for whomever: they may know what is known there. */
export const mayFileAt = (by: Principal, desk: DeskId): boolean => authorizeOpening(by, desk, null).ok || customersAt(by, desk).length > 0;

/** CS-12: for whoever may create cases at the desk. */
export async function healthFor(deps: Deps, by: Principal, desk: DeskId): Promise<Result<HealthView, Refusal>> {
  if (!mayFileAt(by, desk)) return refuse({ code: 'notFound' });
  const { operatorTenantId } = deps;
  const [health, announced, outages] = await Promise.all([
    desk === servicesDesk && deps.health ? deps.health.read() : unasked,
    desk === servicesDesk ? deps.store.announcements.ofPerson(by.tenantId, by.personId) : new Set<string>(),
    operatorTenantId ? deps.store.outages.list(operatorTenantId, [desk]) : [],
  ]);
  const open = outages.filter(({ state }) => state === 'open').slice(0, mostOutages);
  const followed = operatorTenantId
    ? await deps.store.outages.followed(operatorTenantId, { tenantId: by.tenantId, personId: by.personId })
    : new Set<string>();
  const issues = health.issues
    .map((issue) => ({ ...issue, followed: announced.has(issue.id) }))
    .filter(({ followed: follows }, place) => follows || place < mostIssues);
  return ok({
    ...health,
    issues,
    outages: open.map(({ id, title, openedAt }) => ({ id, title, openedAt, followed: followed.has(id) })),
  });
}
