import * as z from 'zod';
import { DirectoryUnavailable } from '../app/faults.ts';
import type { Places } from '../app/ports.ts';
import { limits } from '../domain/catalogue/field.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Incoming } from '../domain/room/merge.ts';
import { roomLimits } from '../domain/room/room.ts';
import { email } from '../forms/schema.ts';
import type { Graph, Question } from './client.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value?.replace(/\s+/g, ' ').trim() ?? '');

const place = z.object({
  id: z.string().max(200),
  displayName: text,
  emailAddress: text,
  building: text,
  floorLabel: text,
  capacity: z.number().nullish(),
  address: z.object({ city: text }).nullish(),
});
type Place = z.output<typeof place>;

const everyRoom: Question<Place> = {
  scope: 'Place.Read.All',
  path: '/places/microsoft.graph.room?$top=100',
  shape: place,
};

/** RM-5: the rooms of a tenant as Graph's places have them, each time anew. */
export function graphPlaces(graph: Graph): Places {
  return {
    async rooms(tenantId) {
      const asked = await graph.list(tenantId, everyRoom);
      if (asked.ok)
        return ok(
          asked.value
            .filter(({ displayName }) => displayName !== '')
            .slice(0, limits.rooms)
            .map(incoming),
        );
      if (asked.error.is === 'noConsent') return refuse('noConsent');
      if (asked.error.is === 'notFound') return ok([]);
      throw new DirectoryUnavailable();
    },
  };
}

function incoming({ id, displayName, emailAddress, building, floorLabel, capacity, address }: Place, index: number): Incoming {
  const site = [building || address?.city, floorLabel].filter(Boolean).join(', ');
  const seats = capacity && Number.isInteger(capacity) && capacity > 0 && capacity <= roomLimits.capacity ? capacity : null;
  return {
    row: index + 1,
    name: cut(displayName, roomLimits.name),
    site: cut(site, roomLimits.site),
    email: email.safeParse(emailAddress).data ?? null,
    capacity: seats,
    directoryId: id,
  };
}

const cut = (value: string, most: number): string => value.slice(0, most).toWellFormed();
