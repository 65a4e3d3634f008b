import { opening } from '../../domain/access/policy.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseType, Desk } from '../../domain/catalogue/desk.ts';
import type { FormValues } from '../../domain/catalogue/field.ts';
import type { RoomRef } from '../../domain/room/room.ts';
import type { RoomChoice } from '../../forms/rooms.ts';
import type { Deps } from '../deps.ts';
import type { TenantTransaction } from '../ports.ts';

const asksForRooms = ({ fields }: CaseType): boolean => fields.some(({ kind }) => kind === 'rooms');

/** RM-1, RM-5: the rooms that somebody may name in a form: all of their own organisation, of another those that it let theirs look after. */
export async function roomFacts(
  deps: Deps,
  by: Principal,
  { caseType, tenantId }: { readonly caseType: CaseType; readonly tenantId: string },
): Promise<{ readonly rooms?: readonly RoomChoice[] }> {
  if (!asksForRooms(caseType)) return {};
  return {
    rooms: tenantId === by.tenantId ? await deps.store.rooms.inUse(tenantId) : await deps.store.rooms.assignedTo(by.tenantId, tenantId),
  };
}

/** The ids of the rooms that a checked form names. */
export const roomsNamed = ({ fields }: CaseType, values: FormValues): readonly string[] => [
  ...new Set(
    fields.filter(({ kind }) => kind === 'rooms').flatMap(({ id }) => ((values[id] ?? []) as readonly RoomRef[]).map((room) => room.id)),
  ),
];

/** RM-5: whether a partner still looks after the rooms of a case that it acts on; asked in the transaction that changes the case. */
export const caseStaysLet = (tx: TenantTransaction, by: Principal, case_: Case): Promise<boolean> | true =>
  case_.tenantId === by.tenantId || opening[case_.desk].onBehalfOf !== 'assignedRooms' || tx.rooms.stayLet(by.tenantId, case_.id);

/** RM-5: whether a case for another organisation, where rooms give the right to it, still names rooms that the partner looks after. */
export const stillLet = async (
  tx: TenantTransaction,
  by: Principal,
  {
    desk,
    caseType,
    values,
    tenantId,
  }: { readonly desk: Desk; readonly caseType: CaseType; readonly values: FormValues; readonly tenantId: string },
): Promise<boolean> =>
  opening[desk.id].onBehalfOf !== 'assignedRooms' ||
  tx.inTenant(tenantId, (theirs) => theirs.rooms.isLet(by.tenantId, roomsNamed(caseType, values)));
