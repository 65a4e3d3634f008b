import type { DeskId } from '../catalogue/desk.ts';
import type { Actor, PersonRef } from './events.ts';

const machine = 'machine:';

/** The id under which a machine stands in a timeline and in the audit trail; no person has one like it. */
export const machineActorId = (machineId: string): string => `${machine}${machineId}`;

/** A tenant's system, as it acts on a case. */
export const machineActor = ({ tenantId, machineId, name }: { tenantId: string; machineId: string; name: string }): Actor => ({
  ...{ tenantId, id: machineActorId(machineId), name, side: 'customer' },
});

export const isMachineId = (id: string): boolean => id.startsWith(machine);

export const isRaisedByMachine = ({ openedBy }: { readonly openedBy: PersonRef }): boolean => isMachineId(openedBy.id);

/** RM-3: what monitoring raised at the rooms desk ends by its recovery signal, and no person and no clock ends it. */
export const endsByRecoveryAlone = (case_: { readonly openedBy: PersonRef; readonly desk: DeskId }): boolean =>
  case_.desk === 'rooms' && isRaisedByMachine(case_);
