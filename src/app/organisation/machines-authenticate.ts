import { type MachineCaller, type MachineScope, machineState } from '../../domain/access/machine.ts';
import type { Deps } from '../deps.ts';
import type { Machine } from '../ports.ts';
import { isSecret, readCredential } from './machines-credential.ts';

/** Milliseconds in which using a credential again is not noted again. */
const noted = 60_000;

/**
 * The machine that a credential speaks for. `undefined` for one that is wrong, over or revoked: nothing says which.
 *
 * @throws TenantClosed, once the credential is known to be right
 */
export async function machineBehind(deps: Deps, text: string): Promise<MachineCaller | undefined> {
  const credential = readCredential(text);
  if (!credential) return undefined;
  const { tenantId, machineId, secret } = credential;
  const machine = await deps.store.machines.find(tenantId, machineId);
  const now = deps.now();
  if (!machine || machineState(machine, now) !== 'active' || !opens(machine, secret, now)) return undefined;
  await deps.gate.pass(tenantId);
  if (Date.parse(now) - Date.parse(machine.lastUsedAt ?? '1970-01-01') > noted) await deps.store.machines.used(tenantId, machineId);
  return { tenantId, machineId, name: machine.name, scopes: machine.scopes };
}

function opens({ secretDigest, oldSecret }: Machine, secret: string, now: string): boolean {
  if (isSecret(secret, secretDigest)) return true;
  return oldSecret !== null && Date.parse(oldSecret.until) > Date.parse(now) && isSecret(secret, oldSecret.digest);
}

/** Leaves in the tenant's trail that a machine asked for what it was not made for. */
export async function recordOutOfScope(deps: Deps, { tenantId, machineId, name }: MachineCaller, scope: MachineScope): Promise<void> {
  await deps.store.inTenant(tenantId, (tx) =>
    tx.appendAudit({
      ...{ actorTenantId: tenantId, actorId: `machine:${machineId}` },
      ...{ action: `machine.${scope}`, outcome: 'refused', caseId: null, details: { code: 'insufficientScope', name } },
    }),
  );
}
