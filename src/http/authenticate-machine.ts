import type { IncomingMessage } from 'node:http';
import type { Deps } from '../app/deps.ts';
import { TenantClosed } from '../app/faults.ts';
import { machineBehind, recordOutOfScope } from '../app/organisation/machines-authenticate.ts';
import type { MachineCaller, MachineScope } from '../domain/access/machine.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { closedCodes } from './authenticate.ts';
import type { Rejection } from './problem.ts';

/** ID-1: the machine a request speaks for. A person's token says nothing here, as a machine's says nothing anywhere else. */
export async function authenticateMachine(
  deps: Deps,
  { headers }: IncomingMessage,
  scope: MachineScope,
): Promise<Result<MachineCaller, Rejection>> {
  const credential = /^Bearer (cdm_[\w-]{1,100})$/i.exec(headers.authorization ?? '')?.[1];
  try {
    const machine = credential === undefined ? undefined : await machineBehind(deps, credential);
    if (!machine) return refuse({ code: 'unauthenticated' });
    if (machine.scopes.includes(scope)) return ok(machine);
    await recordOutOfScope(deps, machine, scope);
    return refuse({ code: 'insufficientScope' });
  } catch (fault) {
    if (fault instanceof TenantClosed) return refuse({ code: closedCodes[fault.why] });
    throw fault;
  }
}
