import type { CaseType } from '../domain/catalogue/desk.ts';
import type {
  Field,
  FieldKind,
  FieldValue,
  FormInput,
  FormValues,
  LocalDateTimeInput,
  LocalDateTimeValue,
  NumberListValue,
} from '../domain/catalogue/field.ts';
import { type Product, products } from '../domain/catalogue/products.ts';
import type { RoomRef } from '../domain/room/room.ts';
import { resolveLocal } from '../domain/time/local-date-time.ts';

const same = (value: FieldValue): unknown => value;

/** What a person would have filled in for each kind of value; the other way round is `values.ts`. */
const filled: { readonly [K in FieldKind]: (value: never, offered: readonly Product[]) => unknown } = {
  ...{ text: same, multiline: same, choice: same, count: same, consent: same, domain: same, tenantId: same, emails: same },
  ...{ country: same, documents: same },
  product: (name: string, offered) => offered.find((product) => product.name === name)?.id,
  localDateTime: ({ local, zone, instant }: LocalDateTimeValue): LocalDateTimeInput => {
    const resolved = resolveLocal(local, zone);
    if (resolved.kind !== 'repeated') return { local, zone };
    return { local, zone, which: Date.parse(resolved.earlier.instant) === Date.parse(instant) ? 'earlier' : 'later' };
  },
  numberList: ({ fileId }: NumberListValue) => fileId,
  rooms: (rooms: readonly RoomRef[]) => rooms.map(({ id }) => id),
};

/** A form filled in with what was checked before, to be corrected (PN-13). */
export function refilled({ fields }: CaseType, values: FormValues, offered: readonly Product[] = products): FormInput {
  return Object.fromEntries(
    fields.flatMap((field: Field) => {
      const value = values[field.id];
      if (value === undefined) return [];
      const input = (filled[field.kind] as (value: FieldValue, offered: readonly Product[]) => unknown)(value, offered);
      return input === undefined ? [] : [[field.id, input] as const];
    }),
  );
}
