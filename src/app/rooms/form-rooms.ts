import type { Principal } from '../../domain/access/principal.ts';
import type { CaseType } from '../../domain/catalogue/desk.ts';
import type { FormValues } from '../../domain/catalogue/field.ts';
import type { RoomRef } from '../../domain/room/room.ts';
import type { RoomChoice } from '../../forms/rooms.ts';
import type { Deps } from '../deps.ts';

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
