import type { CaseType } from '../domain/catalogue/desk.ts';
import type { Field, FieldKind, FieldOf, FormInput } from '../domain/catalogue/field.ts';

import { roomsTyped } from './rooms.ts';

type CardData = Readonly<Record<string, unknown>>;
const nothing = Symbol('nothing');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const plain = (field: { readonly id: string }, data: CardData): unknown => (field.id in data ? textOf(data[field.id]) : nothing);

/** How each kind comes back from a card: strings, one or several inputs a field. `nothing`: the card did not hold it. */
const readers: { readonly [K in FieldKind]: (field: FieldOf<K>, data: CardData) => unknown } = {
  text: plain,
  multiline: plain,
  choice: plain,
  country: plain,
  product: plain,
  domain: plain,
  tenantId: plain,
  count: ({ id }, data) => {
    if (!(id in data)) return nothing;
    const text = textOf(data[id]).trim();
    return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  },
  consent: ({ id }, data) => (id in data ? data[id] === true || data[id] === 'true' : nothing),
  localDateTime: ({ id }, data) => {
    if (!(`${id}.date` in data) && !(`${id}.time` in data)) return nothing;
    const [date, time] = [textOf(data[`${id}.date`]), textOf(data[`${id}.time`]).slice(0, 5)];
    if (date === '' && time === '') return '';
    const zone = textOf(data[`${id}.zone`]);
    const which = textOf(data[`${id}.which`]);
    return { local: `${date}T${time}`, ...(zone && { zone }), ...(which && { which }) };
  },
  emails: ({ id }, data) =>
    id in data
      ? textOf(data[id])
          .split(/[\s,;]+/)
          .filter((address) => address !== '')
      : nothing,
  numberList: () => nothing,
  documents: () => nothing,
  rooms: ({ id }, data) => (id in data ? roomsTyped(textOf(data[id])) : nothing),
};

/**
 * The input of a form from what a card sent back, over what was there before: files are not in a card, and a card drawn for another
 * country may lack a field. Only declared fields are read; what else a card claims is ignored (ID-1).
 */
export function fromCard(caseType: CaseType, data: CardData, before: FormInput): FormInput {
  const input: Record<string, unknown> = { ...before };
  for (const field of caseType.fields) {
    const read = (readers[field.kind] as (field: Field, data: CardData) => unknown)(field, data);
    if (read !== nothing) input[field.id] = read;
  }
  return input;
}
