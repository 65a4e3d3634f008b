/** ID-1: what a machine's credential can be for. Each has a route of its own; nothing else takes such a credential. */
export const machineScopes = ['cases:read', 'audit:read', 'incidents:write'] as const;
export type MachineScope = (typeof machineScopes)[number];

/** A machine as its credential proves it: it belongs to a tenant, and is nobody in it. */
export interface MachineCaller {
  readonly tenantId: string;
  readonly machineId: string;
  readonly name: string;
  readonly scopes: readonly MachineScope[];
}

export type MachineState = 'active' | 'expired' | 'revoked';
export const machineStates = ['active', 'expired', 'revoked'] as const satisfies readonly MachineState[];

/** @param now ISO 8601 in UTC; at the very instant of its end a credential is over */
export function machineState(machine: { readonly expiresAt: string; readonly revokedAt: string | null }, now: string): MachineState {
  if (machine.revokedAt !== null) return 'revoked';
  return Date.parse(machine.expiresAt) > Date.parse(now) ? 'active' : 'expired';
}
