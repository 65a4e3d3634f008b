import { desksFor } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import { dayOf } from '../../domain/entitlement/pack.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { ReportDays } from '../../domain/report/case-counts.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { packDesk } from '../entitlements/standing.ts';
import { scopeOf } from '../people/people.ts';
import type { EscalationsCount, PacksCount, RoomsCount, Scope } from '../ports.ts';
import { reportScopeOf } from './report-scope.ts';

type Named<Row> = Omit<Row, 'tenantId'> & { readonly tenant: { readonly id: string; readonly name: string } };

/** RM-2: rooms in use and how many of them are out of order, by place. */
export interface RoomReport {
  readonly rooms: number;
  readonly unhealthy: number;
  readonly items: readonly Named<RoomsCount>[];
}

/** PS-7: incidents that are left in packs, by organisation. */
export interface PackReport {
  readonly items: readonly Named<PacksCount>[];
}

/** CS-10: partners' escalations, by partner. */
export interface EscalationReport {
  readonly days: ReportDays;
  readonly items: readonly Named<EscalationsCount>[];
}

/** RM-2: one's organisation's by site; for the engineers of the desk everybody's by organisation. */
export async function roomReport(deps: Deps, by: Principal): Promise<Result<RoomReport, Refusal>> {
  const scope = reportScopeOf(by);
  if (!scope.ok) return scope;
  const seen = deskScope(by, scope.value, 'rooms');
  if (!seen) return ok({ rooms: 0, unhealthy: 0, items: [] });
  const [items, totals] = await Promise.all([deps.store.reports.rooms(seen), deps.store.rooms.count(seen)]);
  return ok({ ...totals, items: await named(deps, items) });
}

/** PS-7: one's organisation's; for the engineers of the desk everybody's. */
export async function packReport(deps: Deps, by: Principal): Promise<Result<PackReport, Refusal>> {
  const scope = reportScopeOf(by);
  if (!scope.ok) return scope;
  const seen = deskScope(by, scope.value, packDesk);
  return ok({ items: seen ? await named(deps, await deps.store.reports.packs(seen, dayOf(deps.now()))) : [] });
}

/**
 * CS-10: what partners filed and what of it was improper: for one's organisation by every partner of it, for a partner what itself filed for the
 * customers it acts for, and for the engineers of the desk everybody's.
 */
export async function escalationReport(deps: Deps, by: Principal, days: ReportDays): Promise<Result<EscalationReport, Refusal>> {
  const scope = reportScopeOf(by);
  if (!scope.ok) return scope;
  const seen = deskScope(by, by.kind === 'partner' ? scopeOf(by) : scope.value, 'cloudServices');
  const from = new Date(Date.parse(deps.now()) - days * 86_400_000).toISOString();
  return ok({ days, items: seen ? await named(deps, await deps.store.reports.escalations(seen, from)) : [] });
}

/** What belongs to one desk: an engineer of others sees none of it, and nobody does where it is not offered (CS-11). */
function deskScope(by: Principal, scope: Scope, desk: DeskId): Scope | undefined {
  if (!desksFor(by).includes(desk)) return undefined;
  if (scope.kind !== 'desks') return scope;
  return scope.desks.includes(desk) ? { kind: 'desks', desks: [desk] } : undefined;
}

const named = <Row extends { readonly tenantId: string }>(deps: Deps, rows: readonly Row[]): Promise<readonly Named<Row>[]> =>
  Promise.all(
    rows.map(async ({ tenantId, ...row }) => ({ tenant: { id: tenantId, name: await deps.directory.tenantName(tenantId) }, ...row })),
  );
