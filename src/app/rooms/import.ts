import { v7 as uuidv7 } from 'uuid';
import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { RoomListProblem, RoomRowFault } from '../../domain/room/list.ts';
import { type Becomes, type Incoming, imported, type Merging, mergeRooms } from '../../domain/room/merge.ts';
import { type RoomGiven, type RoomSource, roomText } from '../../domain/room/room.ts';
import { type RoomList, readRoomList } from '../../forms/room-list.ts';
import type { Deps } from '../deps.ts';
import type { TenantTransaction } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';

/** What an import would do, or has done. */
export interface ImportReport {
  readonly problem: RoomListProblem | null;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** The first 500 that are taken, in the order of the list. */
  readonly rooms: readonly (RoomGiven & { readonly row: number; readonly becomes: Becomes })[];
  readonly faultCount: number;
  /** The first 500. */
  readonly faults: readonly RoomRowFault[];
}

const mostReported = 500;
const notAllowed: Refusal = { code: 'notAllowed', action: 'manageRooms' };

export interface Importing {
  /** Whether it is only looked at: nothing is written. */
  readonly check: boolean;
}

/** RM-5: rooms from a list that was uploaded before. Rows that can't be taken are named; the others are taken. */
export async function importList(
  deps: Deps,
  by: Principal,
  { fileId, check }: Importing & { readonly fileId: string },
): Promise<Result<ImportReport, Refusal>> {
  if (!may(by, 'manageRooms')) return recordRefusal(deps, by, 'room.import', null, notAllowed);
  const [file] = await deps.store.files.findOwn(by.tenantId, by.personId, [fileId]);
  if (!file) return refuse({ code: 'invalid', issues: [{ field: 'file', fault: { is: 'fileUnknown' } }] });
  return bringIn(deps, by, 'list', check, await readRoomList(await deps.blobs.read(file.sha256)));
}

/** RM-5: rooms from the tenant's directory; those that the directory no longer has stay until they are taken out. */
export async function importDirectory(deps: Deps, by: Principal, { check }: Importing): Promise<Result<ImportReport, Refusal>> {
  if (!may(by, 'manageRooms')) return recordRefusal(deps, by, 'room.import', null, notAllowed);
  const asked = (await deps.places?.rooms(by.tenantId)) ?? refuse('switchedOff' as const);
  if (!asked.ok)
    return refuse({ code: 'notAllowed', action: 'manageRooms', why: asked.error === 'noConsent' ? 'placesNotGranted' : 'placesOff' });
  return bringIn(deps, by, 'directory', check, { rooms: asked.value, faults: [], problem: null });
}

async function bringIn(deps: Deps, by: Principal, source: RoomSource, check: boolean, list: RoomList) {
  if (check) return ok(reportOf(list, mergeRooms(await deps.store.rooms.inUse(by.tenantId), list.rooms)));
  const done = await deps.store.inTenant(by.tenantId, (tx) => write(tx, by, source, list));
  return recorded(deps, by, 'room.import', done);
}

async function write(tx: TenantTransaction, by: Principal, source: RoomSource, list: RoomList): Promise<Result<ImportReport, Refusal>> {
  const before = await tx.rooms.all();
  const merging = mergeRooms(before, list.rooms);
  const report = reportOf(list, merging);
  if (before.length + report.new > limits.rooms) return refuse({ code: 'limitReached', limit: 'rooms', max: limits.rooms });
  const written = merging.merged.filter(({ becomes }) => becomes !== 'same').map((one) => imported(one, uuidv7(), source));
  await tx.rooms.save(written, by.personId);
  const counts = { new: report.new, changed: report.changed, same: report.same, refused: report.faultCount };
  await tx.appendAudit({
    ...{ actorTenantId: by.tenantId, actorId: by.personId, action: 'room.import', outcome: 'done', caseId: null },
    details: { name: by.name, source, ...counts },
  });
  return ok(report);
}

function reportOf({ faults, problem }: RoomList, { merged, repeated }: Merging): ImportReport {
  const count = (becomes: Becomes) => merged.filter((one) => one.becomes === becomes).length;
  const all = [...faults, ...repeated.map(repetition)].sort((a, b) => a.row - b.row);
  return {
    problem,
    ...{ new: count('new'), changed: count('changed'), same: count('same') },
    rooms: merged.slice(0, mostReported).map(({ incoming: { row, name, site, email, capacity }, becomes }) => ({
      ...{ row, name, site, email, capacity, becomes },
    })),
    faultCount: all.length,
    faults: all.slice(0, mostReported),
  };
}

const repetition = (one: Incoming): RoomRowFault => ({
  row: one.row,
  value: roomText(one).slice(0, 100).toWellFormed(),
  reason: 'repeated',
});
