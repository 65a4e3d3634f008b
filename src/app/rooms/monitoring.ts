import type { MachineCaller } from '../../domain/access/machine.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import { machineActor, machineActorId } from '../../domain/case/raised-by.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import { type FormValues, limits } from '../../domain/catalogue/field.ts';
import { roomIncident } from '../../domain/catalogue/rooms.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Locale } from '../../domain/i18n/locale.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { recovered } from '../../domain/room/recovery.ts';
import type { RoomRef } from '../../domain/room/room.ts';
import { roomsMeant } from '../../forms/rooms.ts';
import { checkForm } from '../../forms/values.ts';
import { beginCase } from '../cases/open-case.ts';
import { record } from '../cases/record.ts';
import type { Deps } from '../deps.ts';
import { digestOf } from '../digest.ts';
import type { TenantTransaction } from '../ports.ts';

/** What monitoring tells of a room. */
export interface Signal {
  /** What is wrong, as monitoring calls it: one open incident for each room and signal. */
  readonly signal: string;
  /** Id, address, or name with the site before it where several rooms have the same. */
  readonly room: string;
}

export interface Raising extends Signal {
  readonly title: string | undefined;
  readonly description: string;
  /** Why the impact is high, where it is (RM-4). */
  readonly highImpact: string | undefined;
  readonly language: Locale;
  /** The same key with the same content leads to the same incident, though it be closed meanwhile. */
  readonly key: string | undefined;
}

/** An incident that monitoring raised. */
export interface Raised {
  readonly id: string;
  readonly number: string;
  readonly open: boolean;
  /** Whether it was there before. */
  readonly repeated: boolean;
}

const type = findCaseType(roomIncident);

/** RM-3: raises an incident of a room; a signal that comes again while its incident is open raises no other. */
export async function raiseIncident(deps: Deps, machine: MachineCaller, asked: Raising): Promise<Result<Raised, Refusal>> {
  if (!type) throw new TypeError('the catalogue has no incident of a room');
  if (!deps.settings.profile.desks.includes('rooms')) return refuse({ code: 'notFound' });
  const { key, ...content } = asked;
  const { tenantId } = machine;
  const by = await asMachine(deps, machine, asked.language);
  const checked = await checkedValues(deps, tenantId, asked, type.caseType);
  if (!checked.ok) return checked;
  const values = checked.value;
  const [room] = values['rooms'] as readonly RoomRef[];
  if (!room) return refuse({ code: 'notFound' });
  const digest = digestOf(content);
  return deps.store.inTenant(tenantId, async (tx): Promise<Result<Raised, Refusal>> => {
    const earlier = key === undefined ? undefined : await tx.receipt(by.personId, key);
    if (earlier && earlier.digest !== digest) return refuse({ code: 'alreadyUsed' });
    const last = await tx.rooms.signalled(room.id, asked.signal);
    const before = earlier?.caseId ?? last;
    const case_ = before && (await tx.lockCase(before));
    if (case_ && (earlier || isOpen(case_.status))) {
      return ok({ id: case_.id, number: case_.number, open: isOpen(case_.status), repeated: true });
    }
    const programme = deps.settings.programmes.rooms;
    const opening = { ...type, values, files: [], by, tenantId, now: tx.now, programme };
    const answers = key === undefined ? {} : { answers: { personId: by.personId, key, digest } };
    const fresh = await beginCase(tx, opening, [], () => answers);
    await tx.rooms.saveSignal(room.id, asked.signal, fresh.case.id);
    return ok({ id: fresh.case.id, number: fresh.case.number, open: true, repeated: false });
  });
}

/** RM-3: closes the incident that a signal of a room led to, if one is open; a room that was taken out meanwhile is known by it still. */
export async function recoverRoom(
  deps: Deps,
  machine: MachineCaller,
  { signal, room: words }: Signal,
): Promise<Result<Raised | null, Refusal>> {
  const { tenantId } = machine;
  const meant = roomsMeant(words, await deps.store.rooms.signalling(tenantId, signal));
  if (meant.length > 1) return refuse({ code: 'invalid', issues: [{ field: 'room', fault: { is: 'roomAmbiguous', name: words } }] });
  const [room] = meant;
  if (!room) return ok(null);
  return deps.store.inTenant(tenantId, async (tx): Promise<Result<Raised | null, Refusal>> => {
    const caseId = await tx.rooms.signalled(room.id, signal);
    const case_ = caseId === undefined ? undefined : await tx.lockCase(caseId);
    if (!case_ || !isOpen(case_.status)) return ok(null);
    await record(tx, case_, recovered(case_, machineActor(machine), tx.now), deps.settings);
    await audit(tx, machine, case_.id, signal);
    return ok({ id: case_.id, number: case_.number, open: false, repeated: false });
  });
}

async function checkedValues(
  deps: Deps,
  tenantId: string,
  { room, title, description, highImpact }: Raising,
  caseType: NonNullable<typeof type>['caseType'],
): Promise<Result<FormValues, Refusal>> {
  const rooms = await deps.store.rooms.inUse(tenantId);
  const [firstLine = ''] = description.trim().split(/[\r\n]/);
  const input = {
    title: title ?? firstLine.slice(0, limits.title).toWellFormed(),
    description,
    rooms: [room],
    ...(highImpact !== undefined && { highImpact: true, impactReason: highImpact }),
  };
  const nothing = { files: new Map(), lists: new Map(), domains: [], customer: null };
  const checked = checkForm(caseType, input, { ...nothing, tenantId, rooms, now: deps.now(), countries: deps.settings.countries });
  if (checked.ok) return checked;
  const named: Readonly<Record<string, string>> = { rooms: 'room', impactReason: 'highImpact' };
  return refuse({ code: 'invalid', issues: checked.error.map((issue) => ({ ...issue, field: named[issue.field] ?? issue.field })) });
}

/** As whom a machine's incident stands: nobody of the tenant, with no role. */
async function asMachine(deps: Deps, { tenantId, machineId, name }: MachineCaller, locale: Locale): Promise<Principal> {
  const tenantName = await deps.directory.tenantName(tenantId);
  return {
    ...{ tenantId, tenantName, kind: 'customer', personId: machineActorId(machineId), name, email: '' },
    ...{ roles: [], desks: [], domains: [], country: null, locale, timeZone: 'UTC' },
  };
}

const audit = (tx: TenantTransaction, { tenantId, machineId, name }: MachineCaller, caseId: string, signal: string): Promise<void> =>
  tx.appendAudit({
    ...{ actorTenantId: tenantId, actorId: machineActorId(machineId), action: 'case.recover', outcome: 'done', caseId },
    details: { name, signal },
  });
