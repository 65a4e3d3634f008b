import { parse } from 'csv-parse/sync';
import { limits } from '../domain/catalogue/field.ts';
import type { RoomListProblem, RoomRowFault, RoomRowReason } from '../domain/room/list.ts';
import type { Incoming } from '../domain/room/merge.ts';
import { roomLimits } from '../domain/room/room.ts';
import { folded, unreadable } from '../domain/text.ts';
import { decode } from './number-list/decode.ts';
import { csvRules, type Row, rowsOf, UnclosedQuote } from './number-list/rows.ts';
import { email } from './schema.ts';

export interface RoomList {
  readonly rooms: readonly Incoming[];
  readonly faults: readonly RoomRowFault[];
  readonly problem: RoomListProblem | null;
}

const columns = ['name', 'site', 'email', 'capacity'] as const;
type Column = (typeof columns)[number];
type Places = Readonly<Partial<Record<Column, number>>>;

/** What people title the columns of such lists, in the languages they come in. */
const titles: Readonly<Record<Column, RegExp>> = {
  name: /^(room|rooms|name|room ?name|display ?name|salle|salles|nom|nom de la salle)$/,
  site: /^(site|building|location|place|office|city|floor|batiment|lieu|ville|etage|immeuble)$/,
  email: /^(e-?mail|mail|address|e-?mail ?address|courriel|adresse|adresse e-?mail|adresse mail)$/,
  capacity: /^(capacity|seats|places|people|capacite|nombre de places|personnes)$/,
};

const delimiters = [';', '\t', ','] as const;
const sampleSize = 64 * 1024;

/**
 * Reads an uploaded list of rooms (RM-5): name, site, e-mail and capacity, in the order of its heading or, without one, in this order. A row that
 * can't be taken is named with its reason. Never throws on what a person uploaded.
 */
export async function readRoomList(bytes: Uint8Array): Promise<RoomList> {
  const text = decode(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined) return unread('notText');
  if (text.trim() === '') return unread('empty');
  const told = /^sep=([;,\t|])(?:\r\n|\n|\r|$)/i.exec(text);
  const rest = text.slice(told?.[0].length ?? 0);
  try {
    return await readRows(rest, told?.[1] ?? likeliest(rest.slice(0, sampleSize)));
  } catch (fault) {
    if (fault instanceof UnclosedQuote) return unread('unclosedQuote');
    throw fault;
  }
}

const unread = (problem: RoomListProblem): RoomList => ({ rooms: [], faults: [], problem });

async function readRows(text: string, delimiter: string): Promise<RoomList> {
  const rooms: Incoming[] = [];
  const faults: RoomRowFault[] = [];
  let places: Places | undefined;
  let hasHeader = false;
  for await (const rows of rowsOf(text, delimiter)) {
    for (const { row, cells } of rows) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (places === undefined) {
        const header = headerOf(cells);
        if (header && header.name === undefined) return unread('noNameColumn');
        hasHeader = header !== undefined;
        places = header ?? { name: 0, site: 1, email: 2, capacity: 3 };
        if (hasHeader) continue;
      }
      const read = readRow({ row, cells }, places);
      if (typeof read !== 'string') rooms.push(read);
      else faults.push({ row, value: cells.join(delimiter).slice(0, 100).toWellFormed(), reason: read });
      if (rooms.length + faults.length > limits.rooms) return unread('tooManyRows');
    }
  }
  return rooms.length + faults.length === 0 && hasHeader ? unread('headerOnly') : { rooms, faults, problem: null };
}

/** No room is called like the title of a column, so one title makes a heading. */
function headerOf(cells: readonly string[]): Places | undefined {
  const plain = cells.map((cell) => folded(cell).trim());
  const found = columns.flatMap((column) => {
    const at = plain.findIndex((cell) => titles[column].test(cell));
    return at < 0 ? [] : [[column, at] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function readRow({ row, cells }: Row, places: Places): Incoming | RoomRowReason {
  const [name, site, address, seats] = columns.map((column) => cells[places[column] ?? -1]?.replace(/\s+/g, ' ').trim() ?? '') as [
    string,
    string,
    string,
    string,
  ];
  if (name === '' || unreadable(name)) return 'nameMissing';
  if (name.length > roomLimits.name) return 'nameTooLong';
  if (site.length > roomLimits.site || unreadable(site)) return 'siteTooLong';
  const parsed = address === '' ? null : email.safeParse(address);
  if (parsed && !parsed.success) return 'notAnEmail';
  const capacity = seats === '' ? null : Number(seats);
  if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 1 && capacity <= roomLimits.capacity)) return 'notACapacity';
  return { row, name, site, email: parsed?.data ?? null, capacity, directoryId: null };
}

/** The delimiter that cuts the most rows in several, and where two do, into the most cells; a list of names alone has none. */
function likeliest(sample: string): string {
  const marks = delimiters.map((delimiter) => {
    const rows = split(sample, delimiter).filter((cells) => cells.length > 1);
    return { delimiter, rows: rows.length, cells: rows.reduce((sum, cells) => sum + Math.min(cells.length, columns.length), 0) };
  });
  const [best] = marks.sort((a, b) => b.rows - a.rows || b.cells - a.cells);
  return best?.delimiter ?? ';';
}

function split(sample: string, delimiter: string): string[][] {
  const whole = sample.length < sampleSize ? sample : sample.slice(0, Math.max(sample.lastIndexOf('\n'), 0));
  try {
    return parse(whole, { ...csvRules, delimiter, to: 300 });
  } catch {
    return parse(whole, { ...csvRules, delimiter, to: 300, quote: false });
  }
}
