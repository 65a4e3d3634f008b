import { isCountry, type TraitOverrides, traitsOf, zoneIn, zonesOf } from '../domain/catalogue/countries.ts';
import type { CaseType, FormContext } from '../domain/catalogue/desk.ts';
import type { Field, FieldKind, FieldOf, FieldValue, FormInput, FormValues, LocalDateTimeInput } from '../domain/catalogue/field.ts';
import { lifecycleOf, type Product, products } from '../domain/catalogue/products.ts';
import type { Fault, Issue } from '../domain/faults.ts';
import { isAcceptable, type NumberListReport } from '../domain/numbers/report.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { resolveLocal } from '../domain/time/local-date-time.ts';
import { type RoomChoice, settleRooms } from './rooms.ts';
import { parseField } from './schema.ts';

/** What a form is checked against besides itself. */
export interface FormFacts extends Omit<FormContext, 'traits'> {
  /** Instant, ISO 8601 in UTC. */
  readonly now: string;
  readonly countries: TraitOverrides;
  /** Those that a form can be about; without them, the ones that are known. */
  readonly products?: readonly Product[];
  /** The person's own uploads that no case has taken up, by id. */
  readonly files: ReadonlyMap<string, { readonly name: string; readonly size: number }>;
  /** What the uploaded number lists hold, read for the form's country, by file id. */
  readonly lists: ReadonlyMap<string, NumberListReport>;
  /** Rooms that the person may name; left out where the form asks for none. */
  readonly rooms?: readonly RoomChoice[];
}

interface Place extends FormFacts {
  readonly country: string | undefined;
}

/**
 * The whole check of a filled-in form (G-2): each field by its kind, then against its country (PN-3, PN-4, PN-7, PN-10, PN-12), then the
 * case type's own rules. Every fault is named at once.
 */
export function checkForm(caseType: CaseType, input: FormInput, facts: FormFacts): Result<FormValues, readonly Issue[]> {
  const place: Place = { ...facts, country: countryOf(caseType, input) };
  const traits = traitsOf(place.country ?? '', facts.countries);
  const issues: Issue[] = unknownFields(caseType, input);
  const values: Record<string, FieldValue> = {};
  for (const field of fieldsFor(caseType, place.country, facts.countries)) {
    const parsed = parseField(field, input[field.id]);
    if ('fault' in parsed) {
      issues.push(parsed);
      continue;
    }
    if (parsed.value === undefined) continue;
    const settled = settle(field, parsed.value, place);
    if (settled.ok) values[field.id] = settled.value;
    else issues.push({ field: field.id, fault: settled.error });
  }
  if (issues.length > 0) return refuse(issues);
  const crossed = caseType.check?.(values, { ...facts, traits }) ?? [];
  return crossed.length > 0 ? refuse(crossed) : ok(values);
}

/** The fields this form asks for in that country. */
export function fieldsFor(caseType: CaseType, country: string | undefined, overrides: TraitOverrides): readonly Field[] {
  const traits = traitsOf(country ?? '', overrides);
  return caseType.fields.filter((field) => field.where === undefined || traits[field.where]);
}

/** The country the form is for; a case type that serves a single one needs no choosing. */
export function countryOf(caseType: CaseType, input: FormInput): string | undefined {
  const given = input['country'];
  return caseType.fields.some((f) => f.kind === 'country') && isCountry(given) ? given : undefined;
}

const unknownFields = (caseType: CaseType, input: FormInput): Issue[] =>
  Object.keys(input)
    .filter((id) => !caseType.fields.some((field) => field.id === id))
    .slice(0, 20)
    .map((id) => ({ field: id.slice(0, 64), fault: { is: 'unknownField' } }));

type Settled = Result<FieldValue, Fault>;

/** From a value of the right shape to the value that is kept. Only kinds that depend on a country, a clock or a file differ. */
const settling: { readonly [K in FieldKind]: (value: never, place: Place, field: FieldOf<K>) => Settled } = {
  text: asItIs,
  multiline: asItIs,
  choice: asItIs,
  count: asItIs,
  consent: asItIs,
  domain: asItIs,
  tenantId: asItIs,
  emails: (value: readonly string[]) => ok([...new Set(value)]),
  country: (code: string, { countries }, { having }) => {
    if (!isCountry(code)) return refuse({ is: 'notAnOption' });
    return having && !traitsOf(code, countries)[having] ? refuse({ is: 'notServedThere', country: code }) : ok(code);
  },
  // The case keeps the name, whatever becomes of the table.
  product: (id: string, { products: offered = products, now }) => {
    const product = offered.find((one) => one.id === id);
    if (!product) return refuse({ is: 'notAnOption' });
    const { is, until } = lifecycleOf(product, now);
    return is === 'ended' ? refuse({ is: 'outOfLifecycle', product: product.name, until }) : ok(product.name);
  },
  localDateTime: settleTime,
  numberList: (fileId: string, { files, lists }) => {
    const file = files.get(fileId);
    const report = lists.get(fileId);
    if (!file || !report) return refuse({ is: 'fileUnknown' });
    if (!isAcceptable(report)) return refuse(faultOfList(report));
    return ok({ fileId, name: file.name, count: report.good, duplicates: report.duplicateCount, first: report.first ?? '' });
  },
  documents: (ids: readonly string[], { files }) => {
    if (!ids.every((id) => files.has(id))) return refuse({ is: 'fileUnknown' });
    return ids.some((id) => files.get(id)?.size === 0) ? refuse({ is: 'fileEmpty' }) : ok([...new Set(ids)]);
  },
  rooms: (named: readonly string[], { rooms = [] }, { max }) => settleRooms(named, rooms, max),
};

const settle = (field: Field, value: unknown, place: Place): Settled =>
  (settling[field.kind] as (value: unknown, place: Place, field: Field) => Settled)(value, place, field);

function asItIs(value: FieldValue): Settled {
  return ok(value);
}

/** PN-4, F-24: the local time runs in the country's zone; where there are several the person says which. */
function settleTime({ local, zone, which }: LocalDateTimeInput, { country, now }: Place): Settled {
  if (!country) return refuse({ is: 'required' });
  const zones = zonesOf(country);
  if (zone !== undefined && !zoneIn(country, zone)) return refuse({ is: 'zoneElsewhere', country });
  const chosen = zone ?? (zones.length === 1 ? zones[0]?.id : undefined);
  if (!chosen) return refuse({ is: 'zoneRequired', country });
  const resolved = resolveLocal(local, chosen, which);
  switch (resolved.kind) {
    case 'malformed':
      return refuse({ is: 'malformed' });
    case 'skipped':
      return refuse({ is: 'timeSkipped', before: resolved.before.local, after: resolved.after.local });
    case 'repeated':
      return refuse({ is: 'timeRepeated', earlier: resolved.earlier.offset, later: resolved.later.offset });
    case 'instant':
      // Not compared as texts: from the year 10000 on an instant begins with a sign.
      if (Date.parse(resolved.instant) <= Date.parse(now)) return refuse({ is: 'inThePast' });
      return ok({ local, zone: chosen, instant: resolved.instant });
  }
}

function faultOfList(report: NumberListReport): Fault {
  if (report.problem) return { is: 'list', problem: report.problem };
  if (report.good + report.faultCount === 0) return { is: 'list', problem: 'empty' };
  return { is: 'rows', count: report.faultCount, rows: report.faults.slice(0, 5), otherCountries: Object.keys(report.otherCountries) };
}
