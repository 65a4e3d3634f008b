import { folded } from '../text.ts';

/** Where what is known of a room came from: RM-5. */
export const roomSources = ['hand', 'list', 'directory'] as const;
export type RoomSource = (typeof roomSources)[number];

/** A room as a case names it: it reads so for ever, whatever becomes of the room. */
export interface RoomRef {
  readonly id: string;
  readonly name: string;
  /** Building, floor, town: what the organisation goes by. Empty where it said none. */
  readonly site: string;
}

/** What is said of a room when it is entered. */
export interface RoomGiven {
  readonly name: string;
  readonly site: string;
  /** Lower case. */
  readonly email: string | null;
  /** Seats. */
  readonly capacity: number | null;
}

/** A meeting room of a tenant. */
export interface Room extends RoomGiven {
  readonly id: string;
  readonly source: RoomSource;
  /** Its id in the tenant's directory. */
  readonly directoryId: string | null;
  readonly version: number;
  /** Since when it is no longer there, ISO 8601 in UTC; what it was named in stays. */
  readonly takenOutAt: string | null;
}

export const roomLimits = { name: 100, site: 100, email: 254, capacity: 10_000 } as const;

/** Two rooms of one site can't have the same name: nobody could say which is meant. */
export const placeOf = ({ name, site }: Pick<RoomRef, 'name' | 'site'>): string => `${folded(site.trim())}\n${folded(name.trim())}`;

/** A room as people say it: `Berlin · Big room`. */
export const roomText = ({ name, site }: Pick<RoomRef, 'name' | 'site'>): string => (site === '' ? name : `${site} · ${name}`);
