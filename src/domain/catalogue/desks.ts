import { cloudServices } from './cloud-services.ts';
import type { CaseType, Desk, DeskId, DirectedElsewhere } from './desk.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { professionalSupport } from './professional-support.ts';
import { roomsDesk } from './rooms.ts';

export const desks: Readonly<Record<DeskId, Desk>> = { phoneNumbers, rooms: roomsDesk, cloudServices, professionalSupport };
export const deskIds = Object.keys(desks) as readonly DeskId[];

/** The case type of that id and its desk, or `undefined`. Ids are unique over all desks. */
export function findCaseType(id: string): { readonly desk: Desk; readonly caseType: CaseType } | undefined {
  for (const desk of Object.values(desks)) {
    const caseType = desk.caseTypes.find((t) => t.id === id);
    if (caseType) return { desk, caseType };
  }
  return undefined;
}

/** PN-16: the subject of that id that another service than one of these desks answers, or `undefined`. */
export const findElsewhere = (id: string, among: readonly DeskId[] = deskIds): DirectedElsewhere | undefined =>
  among.flatMap((desk) => desks[desk].elsewhere).find((e) => e.id === id);
