import { placeOf, type Room, type RoomGiven, type RoomSource } from './room.ts';

/** A room of a list or of the directory. */
export interface Incoming extends RoomGiven {
  /** Its row in the list, as a spreadsheet counts; its place in the directory's answer. */
  readonly row: number;
  readonly directoryId: string | null;
}

/** What importing a room does: a new one, one that is there and changes, or nothing. */
export type Becomes = 'new' | 'changed' | 'same';

export interface Merged {
  readonly incoming: Incoming;
  readonly becomes: Becomes;
  /** The room there is. */
  readonly before: Room | undefined;
}

export interface Merging {
  readonly merged: readonly Merged[];
  /** Rows that name a room which another row named before, or whose name another room of the site has. */
  readonly repeated: readonly Incoming[];
}

/**
 * RM-5: rooms that come in beside those that are in use. A room is the same by its id in the directory, else by its address, else by name and
 * site. What a list leaves open is not taken away from a room.
 */
export function mergeRooms(rooms: readonly Room[], incoming: readonly Incoming[]): Merging {
  const byDirectory = new Map(rooms.flatMap((room) => (room.directoryId ? [[room.directoryId, room] as const] : [])));
  const byEmail = new Map(rooms.flatMap((room) => (room.email ? [[room.email, room] as const] : [])));
  const holders = new Map(rooms.map((room) => [placeOf(room), room] as const));
  const taken = new Set<string>();
  const merged: Merged[] = [];
  const repeated: Incoming[] = [];
  for (const one of incoming) {
    const before = byDirectory.get(one.directoryId ?? '') ?? byEmail.get(one.email ?? '') ?? holders.get(placeOf(one));
    const place = placeOf({ name: one.name, site: one.site || (before?.site ?? '') });
    const holder = holders.get(place);
    const keys = [place, ...(before ? [before.id] : []), ...(one.email ? [one.email] : [])];
    if (keys.some((key) => taken.has(key)) || (holder && holder !== before)) {
      repeated.push(one);
      continue;
    }
    for (const key of keys) taken.add(key);
    merged.push({ incoming: one, before, becomes: before ? (isSame(before, one) ? 'same' : 'changed') : 'new' });
  }
  return { merged, repeated };
}

/** The room as it is after the import. @param id for a new one */
export function imported({ incoming, before }: Merged, id: string, source: RoomSource): Room {
  const { name, site, email, capacity, directoryId } = incoming;
  const kept = { email: email ?? before?.email ?? null, capacity: capacity ?? before?.capacity ?? null };
  return {
    ...{ id: before?.id ?? id, name, site: site || (before?.site ?? ''), ...kept, source },
    ...{ directoryId: directoryId ?? before?.directoryId ?? null, version: (before?.version ?? 0) + 1, takenOutAt: null },
  };
}

function isSame(before: Room, { name, site, email, capacity, directoryId }: Incoming): boolean {
  return (
    before.name === name &&
    (site === '' || before.site === site) &&
    (email === null || before.email === email) &&
    (capacity === null || before.capacity === capacity) &&
    (directoryId === null || before.directoryId === directoryId)
  );
}
