import type { Places } from '../app/ports.ts';
import { ok } from '../domain/result.ts';
import { sampleOrganisations } from './organisations.ts';

/** RM-5: the rooms of the sample organisations, as a directory would tell them. */
export function samplePlaces(): Places {
  return {
    async rooms(tenantId) {
      const rooms = sampleOrganisations.find(({ id }) => id === tenantId)?.rooms ?? [];
      return ok(rooms.map((room, index) => ({ ...room, row: index + 1, directoryId: `place-${room.email}` })));
    },
  };
}
