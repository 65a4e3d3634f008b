import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import * as z from 'zod';
import type { DeskId } from './domain/catalogue/desk.ts';
import { deskIds } from './domain/catalogue/desks.ts';
import type { Calendar } from './domain/sla/calendar.ts';
import { dueAt } from './domain/sla/due.ts';
import { type Programme, programmes, type TargetRow } from './domain/sla/programmes.ts';
import { isZone } from './domain/time/local-date-time.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be hours such as 09:00-17:30')
  .refine((text) => text.slice(0, 5) < text.slice(6), 'must end after they begin')
  .transform((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));
const day = z
  .array(hours)
  .max(10)
  .refine((those) => those.every(({ from }, at) => at === 0 || (those[at - 1]?.to ?? '') <= from), 'must be in their order and apart')
  .default([]);
const week = z.strictObject(Object.fromEntries(days.map((name) => [name, day])) as Record<(typeof days)[number], typeof day>);
const holidays = z.strictObject({ country: z.string(), state: z.string().exactOptional(), region: z.string().exactOptional() });

const calendar = z
  .strictObject({
    timeZone: z.string().refine(isZone, 'must be a zone such as Europe/Paris'),
    week,
    holidays: holidays
      .refine((place) => publicHolidays(place) !== undefined, 'must be a country, state and region with known holidays')
      .exactOptional(),
    closed: z.array(z.iso.date()).max(1_000).default([]),
  })
  .transform(({ timeZone, week: byName, holidays: place, closed }): Calendar => {
    const known = place ? publicHolidays(place) : undefined;
    const own = new Set(closed);
    return { timeZone, week: days.map((name) => byName[name]), closedOn: (date) => own.has(date) || (known?.(date) ?? false) };
  })
  .refine(opensEnough, 'must open at least one hour a month');

const target = z.union([
  z.strictObject({ hours: z.number().min(0.25).max(1_000), clock: z.enum(['aroundTheClock', 'businessHours']) }),
  z.strictObject({ businessDays: z.int().min(1).max(60) }),
]);
const row: z.ZodType<TargetRow> = z.strictObject({
  severity: z.enum(['A', 'B', 'C']).exactOptional(),
  breakFix: z.boolean().exactOptional(),
  supportLanguage: z.enum(['en', 'fr']).exactOptional(),
  target,
});
const programme = z.strictObject({
  firstResponse: z.array(row).max(100).exactOptional(),
  calendar: calendar.exactOptional(),
  warnMinutes: z.int().min(1).max(10_080).exactOptional(),
  unanswered: z
    .strictObject({ businessDays: z.int().min(1).max(60), remindBefore: z.int().min(1).max(59) })
    .nullable()
    .exactOptional(),
});

/** What the operator changes of the desks' programmes: SLA-1, SLA-2, RM-6. */
export const programmeSettings = z
  .partialRecord(z.enum(deskIds), programme)
  .transform(
    (changed): Readonly<Record<DeskId, Programme>> =>
      Object.fromEntries(deskIds.map((id) => [id, { ...programmes[id], ...changed[id] }])) as Record<DeskId, Programme>,
  );

function opensEnough(those: Calendar): boolean {
  try {
    return dueAt('2026-01-01T00:00:00.000Z', { hours: 120, clock: 'businessHours' }, those) !== '';
  } catch {
    return false;
  }
}

type Place = z.output<typeof holidays>;

/** Public holidays, a year at a time; `undefined` where nobody knows any. The library is large, so it is loaded only for who needs it. */
function publicHolidays({ country, state, region }: Place): ((date: string) => boolean) | undefined {
  const Known = createRequire(import.meta.url)('date-holidays') as typeof Holidays;
  const known = new Known();
  const states = known.getStates(country) ?? {};
  const regions = (state && known.getRegions(country, state)) || {};
  if (!known.getCountries()[country] || (state && !states[state]) || (region && !regions[region])) return undefined;
  known.init(country, state ?? '', region ?? '');
  const years = new Map<string, ReadonlySet<string>>();
  return (date) => {
    const year = date.slice(0, 4);
    const found =
      years.get(year) ??
      new Set(
        known
          .getHolidays(year)
          .filter(({ type }) => type === 'public')
          .map((one) => one.date.slice(0, 10)),
      );
    years.set(year, found);
    return found.has(date);
  };
}
