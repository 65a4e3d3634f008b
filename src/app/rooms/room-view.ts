import { may, standings } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { isRaisedByMachine } from '../../domain/case/raised-by.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { type Span, spansOf, unhealthySince } from '../../domain/room/health.ts';
import type { RoomGiven, RoomSource } from '../../domain/room/room.ts';
import type { Deps } from '../deps.ts';
import type { RoomIncident, RoomQuery, RoomRow } from '../ports.ts';
import type { Page } from '../views.ts';
import { roomScopeOf } from './room-scope.ts';

/** An incident of a room, as this reader may see it. */
export interface RoomIncidentView {
  /** Since when it keeps the room from being well; ISO 8601 in UTC. */
  readonly since: string;
  readonly highImpact: boolean;
  readonly byMonitoring: boolean;
  /** `null` for whoever may not see the case. */
  readonly case: { readonly id: string; readonly number: string; readonly title: string } | null;
}

/** A room with how it is: RM-2. */
export interface RoomView extends RoomGiven {
  readonly id: string;
  readonly tenant: { readonly id: string; readonly name: string };
  readonly source: RoomSource;
  readonly version: number;
  readonly takenOutAt: string | null;
  /** `null` where it is well. */
  readonly unhealthySince: string | null;
  /** Its open incidents, oldest first. */
  readonly incidents: readonly RoomIncidentView[];
}

/** An incident of the past, and when it kept the room from being well. */
export interface PastIncidentView extends RoomIncidentView {
  readonly spans: readonly Span[];
}

export interface RoomPage extends Page<RoomView> {
  /** Of all that the reader sees. */
  readonly total: number;
  readonly unhealthy: number;
}

/** RM-2: rooms by site with how each is: an organisation's own for its people, every organisation's for the engineers of the desk. */
export async function roomsFor(deps: Deps, by: Principal, query: RoomQuery): Promise<Result<RoomPage, Refusal>> {
  const scope = roomScopeOf(by);
  if (!scope) return refuse({ code: 'notAllowed', action: 'seeRooms', why: 'guest' });
  const page = await deps.store.rooms.list(scope, { ...query, limit: Math.min(query.limit, limits.page) });
  const { rooms: total, unhealthy } = await deps.store.rooms.count(scope);
  return ok({ items: await views(deps, by, page.items), next: page.next, total, unhealthy });
}

/** A room of one's own organisation, or of any for the engineers of the desk. */
export async function roomFor(deps: Deps, by: Principal, id: string): Promise<Result<RoomView, Refusal>> {
  const scope = roomScopeOf(by);
  const found = scope && (await deps.store.rooms.find(scope, id));
  const [view] = found ? await views(deps, by, [found]) : [];
  return view ? ok(view) : refuse({ code: 'notFound' });
}

/** RM-2: what was wrong with a room, and from when until when; newest first, at most a hundred incidents. */
export async function roomHistory(deps: Deps, by: Principal, id: string): Promise<Result<readonly PastIncidentView[], Refusal>> {
  const scope = roomScopeOf(by);
  const found = scope && (await deps.store.rooms.find(scope, id));
  if (!scope || !found) return refuse({ code: 'notFound' });
  const past = await deps.store.rooms.history(scope, found);
  return ok(
    past.map((incident) => ({
      ...incidentView(by, found.tenantId, { ...incident, since: incident.openedAt }),
      spans: spansOf(incident.openedAt, incident.turns),
    })),
  );
}

export const mayManageRooms = (by: Principal): boolean => may(by, 'manageRooms');

async function views(deps: Deps, by: Principal, rows: readonly RoomRow[]): Promise<readonly RoomView[]> {
  const ids = [...new Set(rows.map(({ tenantId }) => tenantId))];
  const names = new Map(await Promise.all(ids.map(async (id) => [id, await deps.directory.tenantName(id)] as const)));
  return rows.map(({ tenantId, id, name, site, email, capacity, source, version, takenOutAt, incidents }) => ({
    ...{ id, name, site, email, capacity, source, version, takenOutAt },
    tenant: { id: tenantId, name: names.get(tenantId) ?? '' },
    unhealthySince: unhealthySince(incidents),
    incidents: incidents.map((incident) => incidentView(by, tenantId, incident)),
  }));
}

/** Which case it is, only whoever sees the case is told; that the room is out, everybody who sees the room. */
function incidentView(by: Principal, tenantId: string, incident: RoomIncident & { readonly since: string }): RoomIncidentView {
  const { caseId, number, title, requester, onBehalfOf, highImpact, since } = incident;
  const sees = standings(by, { tenantId, desk: 'rooms', requester, onBehalfOf }).length > 0;
  return { since, highImpact, byMonitoring: isRaisedByMachine(incident), case: sees ? { id: caseId, number, title } : null };
}
