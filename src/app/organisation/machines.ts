import { v7 as uuidv7 } from 'uuid';
import { may } from '../../domain/access/authorize.ts';
import { type MachineScope, type MachineState, machineState } from '../../domain/access/machine.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { nameOf } from '../people/names.ts';
import type { Machine, TenantTransaction } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';
import { newCredential } from './machines-credential.ts';

/** How many credentials of one tenant are good at a time. */
export const mostMachines = 20;
export const longestDays = 365;
/** Hours for which the secret before may be taken beside the new one. */
export const longestOverlap = 168;

export interface MachineView extends Omit<Machine, 'tenantId' | 'secretDigest' | 'oldSecret'> {
  readonly state: MachineState;
  /** Until when the secret before the last is taken too. */
  readonly oldSecretUntil: string | null;
}

/** The one time that a secret is shown. */
export interface ShownSecret {
  readonly integration: MachineView;
  readonly secret: string;
}

const notAllowed = { code: 'notAllowed', action: 'manageMachines' } as const satisfies Refusal;
const refusedToOthers = async (deps: Deps, by: Principal, action: string): Promise<Result<never, Refusal> | undefined> =>
  may(by, 'manageMachines') ? undefined : recordRefusal(deps, by, action, null, notAllowed);

export async function listMachines(deps: Deps, by: Principal): Promise<Result<readonly MachineView[], Refusal>> {
  const refused = await refusedToOthers(deps, by, 'machine.list');
  if (refused) return refused;
  const now = deps.now();
  return ok((await deps.store.machines.list(by.tenantId)).map((machine) => viewOf(machine, now, by)));
}

export async function createMachine(
  deps: Deps,
  by: Principal,
  { name, scopes, days }: { readonly name: string; readonly scopes: readonly MachineScope[]; readonly days: number },
): Promise<Result<ShownSecret, Refusal>> {
  const refused = await refusedToOthers(deps, by, 'machine.create');
  if (refused) return refused;
  const made = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<ShownSecret, Refusal>> => {
    if ((await tx.machines.countLiving()) >= mostMachines) return refuse({ code: 'limitReached', limit: 'machines', max: mostMachines });
    const id = uuidv7();
    const { text, digest } = newCredential(by.tenantId, id);
    const machine: Machine = {
      ...{ tenantId: by.tenantId, id, name, scopes: [...new Set(scopes)], secretDigest: digest, oldSecret: null },
      ...{ createdBy: { id: by.personId, name: by.name }, createdAt: tx.now, expiresAt: later(tx.now, days * 24) },
      ...{ lastUsedAt: null, revokedAt: null },
    };
    await tx.machines.save(machine);
    await note(tx, by, 'machine.create', machine);
    return ok({ integration: viewOf(machine, tx.now, by), secret: text });
  });
  return recorded(deps, by, 'machine.create', made);
}

/** A new secret; the one before is taken beside it for some hours, so that nothing stands still while it is replaced. */
export async function rotateMachine(
  deps: Deps,
  by: Principal,
  id: string,
  { overlapHours, days }: { readonly overlapHours: number; readonly days: number },
): Promise<Result<ShownSecret, Refusal>> {
  const { text, digest } = newCredential(by.tenantId, id);
  const done = await change(deps, by, { id, action: 'machine.rotate' }, (before, now) => {
    // A secret that was good for less longer than the overlap is not made to last.
    const until = new Date(Math.min(Date.parse(later(now, overlapHours)), Date.parse(before.expiresAt))).toISOString();
    return { ...before, secretDigest: digest, oldSecret: { digest: before.secretDigest, until }, expiresAt: later(now, days * 24) };
  });
  return done.ok ? ok({ integration: done.value, secret: text }) : done;
}

/** At once, with every secret it has. */
export const revokeMachine = (deps: Deps, by: Principal, id: string): Promise<Result<MachineView, Refusal>> =>
  change(deps, by, { id, action: 'machine.revoke' }, (before, now) => ({ ...before, oldSecret: null, revokedAt: now }));

async function change(
  deps: Deps,
  by: Principal,
  { id, action }: { readonly id: string; readonly action: string },
  changed: (before: Machine, now: string) => Machine,
): Promise<Result<MachineView, Refusal>> {
  const refused = await refusedToOthers(deps, by, action);
  if (refused) return refused;
  const done = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<MachineView, Refusal>> => {
    const before = await tx.machines.lock(id);
    if (!before) return refuse({ code: 'notFound' });
    if (before.revokedAt !== null) return refuse({ code: 'outdated' });
    const machine = changed(before, tx.now);
    await tx.machines.save(machine);
    await note(tx, by, action, machine);
    return ok(viewOf(machine, tx.now, by));
  });
  return recorded(deps, by, action, done);
}

const note = (tx: TenantTransaction, by: Principal, action: string, { id, name, scopes, expiresAt, oldSecret }: Machine): Promise<void> =>
  tx.appendAudit({
    ...{ actorTenantId: by.tenantId, actorId: by.personId, action, outcome: 'done', caseId: null },
    details: { name: by.name, machine: id, machineName: name, scopes, expiresAt, oldSecretUntil: oldSecret?.until ?? null },
  });

function viewOf(machine: Machine, now: string, { locale }: Principal): MachineView {
  const { tenantId: _, secretDigest: __, oldSecret, ...shown } = machine;
  const until = oldSecret && Date.parse(oldSecret.until) > Date.parse(now) ? oldSecret.until : null;
  const createdBy = { ...shown.createdBy, name: nameOf(shown.createdBy.name, locale) };
  return { ...shown, createdBy, state: machineState(machine, now), oldSecretUntil: until };
}

const later = (now: string, hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
