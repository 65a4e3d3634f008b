import fc, { type StringConstraints } from 'fast-check';

const surrogates = { first: 0xd800, count: 0x800 };
const scalars = 0x110000 - surrogates.count;

const characterAt = (at: number): string => String.fromCodePoint(at < surrogates.first ? at : at + surrogates.count);

function placeOf(character: unknown): number {
  const point = typeof character === 'string' && [...character].length === 1 ? character.codePointAt(0) : undefined;
  if (point === undefined) throw new Error('not one character');
  return point < surrogates.first ? point : point - surrogates.count;
}

const character = fc.nat({ max: scalars - 1 }).map(characterAt, placeOf);

/** Text of any characters at all: the same as fast-check's unit `binary`, which first lists all 1,112,064 of them (a second and 120 MB). */
export const anyText = (limits: Omit<StringConstraints, 'unit'> = {}) => fc.string({ ...limits, unit: character });
