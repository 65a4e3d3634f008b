import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { PersonRef } from '../../domain/case/events.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { RoomRef } from '../../domain/room/room.ts';
import type { Deps } from '../deps.ts';
import { recorded, recordRefusal } from '../refused.ts';

/** The rooms that a partner looks after for a customer: RM-5. */
export interface AssignmentView {
  readonly partner: PersonRef;
  /** By site and name. */
  readonly rooms: readonly (RoomRef & { readonly since: string })[];
}

type Views = Result<readonly AssignmentView[], Refusal>;
const notAllowed: Refusal = { code: 'notAllowed', action: 'assignRooms' };

/** What the organisation has let its partners look after, by partner. */
export async function assignmentsFor(deps: Deps, by: Principal): Promise<Views> {
  if (!may(by, 'assignRooms')) return recordRefusal(deps, by, 'room.assignments', null, notAllowed);
  const all = await deps.store.rooms.assignments(by.tenantId);
  const byPartner = Map.groupBy(all, ({ partner }) => partner.id);
  return ok(
    [...byPartner.values()].flatMap((rows) => {
      const [first] = rows;
      return first ? [{ partner: first.partner, rooms: rows.map(({ room, at }) => ({ ...room, since: at })) }] : [];
    }),
  );
}

/** RM-5: lets a partner look after rooms. A partner is named by its whole name or its tenant id, so that nobody learns of others. */
export async function assignRooms(
  deps: Deps,
  by: Principal,
  { partner: wanted, rooms }: { readonly partner: string; readonly rooms: readonly string[] },
): Promise<Views> {
  if (!may(by, 'assignRooms')) return recordRefusal(deps, by, 'room.assign', null, notAllowed);
  const [partner, another] = await deps.store.rooms.partnersNamed(by.tenantId, wanted.trim());
  if (!partner || another || partner.id === by.tenantId) return invalid('partner', { is: 'notAPartner' });
  const done = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<true, Refusal>> => {
    const inUse = new Map((await tx.rooms.all()).map((room) => [room.id, room]));
    const unknown = rooms.filter((id) => !inUse.has(id));
    if (unknown.length > 0) return invalid('rooms', { is: 'roomsUnknown', names: unknown.slice(0, 5) });
    const most = limits.roomAssignments;
    if ((await tx.rooms.countAssigned()) + rooms.length > most)
      return refuse({ code: 'limitReached', limit: 'roomAssignments', max: most });
    const added = await tx.rooms.assign(partner, [...new Set(rooms)], by.personId);
    if (added.length > 0)
      await tx.appendAudit(auditOf(by, 'room.assign', { partner: partner.id, partnerName: partner.name, rooms: added }));
    return ok(true);
  });
  return done.ok ? assignmentsFor(deps, by) : recorded(deps, by, 'room.assign', done);
}

/** RM-5: ends it, for one room or for all: at once, for every question asks anew. Ending what isn't there changes nothing. */
export async function unassignRooms(
  deps: Deps,
  by: Principal,
  { partnerId, roomId }: { readonly partnerId: string; readonly roomId: string | null },
): Promise<Views> {
  if (!may(by, 'assignRooms')) return recordRefusal(deps, by, 'room.unassign', null, notAllowed);
  await deps.store.inTenant(by.tenantId, async (tx) => {
    const removed = await tx.rooms.unassign(partnerId, roomId);
    if (removed.length > 0) await tx.appendAudit(auditOf(by, 'room.unassign', { partner: partnerId, rooms: removed }));
  });
  return assignmentsFor(deps, by);
}

const invalid = (field: string, fault: Extract<Refusal, { code: 'invalid' }>['issues'][number]['fault']) =>
  refuse({ code: 'invalid', issues: [{ field, fault }] } as const);

const auditOf = (by: Principal, action: string, details: Readonly<Record<string, unknown>>) => ({
  ...{ actorTenantId: by.tenantId, actorId: by.personId, action, outcome: 'done' as const, caseId: null },
  details: { name: by.name, ...details },
});
