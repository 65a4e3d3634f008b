import type { Fault } from '../domain/faults.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { type Room, type RoomRef, roomText } from '../domain/room/room.ts';
import { folded } from '../domain/text.ts';

/** A room that a person may name. */
export type RoomChoice = Pick<Room, 'id' | 'name' | 'site' | 'email'>;

/** How many names a fault repeats. */
const mostNamed = 5;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The rooms that these words mean, each once: ids, addresses, or names as people say them, the site before where it takes that. */
export function settleRooms(named: readonly string[], rooms: readonly RoomChoice[], max: number): Result<readonly RoomRef[], Fault> {
  const found = new Map<string, RoomRef>();
  const unknown: string[] = [];
  for (const words of named) {
    const meant = roomsMeant(words, rooms);
    if (meant.length > 1) return refuse({ is: 'roomAmbiguous', name: words });
    const [room] = meant;
    if (room) found.set(room.id, { id: room.id, name: room.name, site: room.site });
    else unknown.push(words);
  }
  if (unknown.length > 0) return refuse({ is: 'roomsUnknown', names: unknown.slice(0, mostNamed) });
  return found.size > max ? refuse({ is: 'tooMany', max }) : ok([...found.values()]);
}

/** The rooms that one id, address or name can mean. */
export function roomsMeant(words: string, rooms: readonly RoomChoice[]): readonly RoomChoice[] {
  const typed = folded(words.trim());
  const exact = rooms.filter((room) => room.id === typed || room.email === typed || folded(roomText(room)) === typed);
  return exact.length > 0 ? exact : rooms.filter((room) => folded(room.name.trim()) === typed);
}

/** What a card's field of rooms held: ids that were ticked, or names, one a line. */
export function roomsTyped(text: string): readonly string[] {
  const ticked = text.split(',').map((part) => part.trim());
  if (ticked.every((part) => uuid.test(part))) return ticked;
  return text
    .split(/[\n\r;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What was named so far, for a field that is ticked. */
export const chosenRooms = (named: unknown, rooms: readonly RoomChoice[]): string =>
  wordsIn(named)
    .flatMap((words) => roomsMeant(words, rooms).map(({ id }) => id))
    .join(',');

/** The same for a field that is written in. */
export const typedRooms = (named: unknown, rooms: readonly RoomChoice[]): string =>
  wordsIn(named)
    .map((words) => {
      const room = rooms.find(({ id }) => id === words);
      return room ? shortest(room, rooms) : words;
    })
    .join('\n');

const shortest = (room: RoomChoice, rooms: readonly RoomChoice[]): string =>
  roomsMeant(room.name, rooms).length === 1 ? room.name : roomText(room);

const wordsIn = (named: unknown): readonly string[] => (Array.isArray(named) ? named.filter((one) => typeof one === 'string') : []);
