import { Temporal } from 'temporal-polyfill';
import type { Summary } from './summary-days.ts';

/** When the next summary after an instant goes out, both ISO 8601 in UTC. Where clocks skip its time, it comes as much later as they jump. */
export function nextSummary({ at, days }: Summary, timeZone: string, now: string): string {
  const instant = Temporal.Instant.from(now);
  const time = Temporal.PlainTime.from(at);
  let day = instant.toZonedDateTimeISO(timeZone).toPlainDate();
  for (;;) {
    const next = day.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
    if (Temporal.Instant.compare(next, instant) > 0 && (days === 'daily' || day.dayOfWeek <= 5))
      return next.toString({ smallestUnit: 'millisecond' });
    day = day.add({ days: 1 });
  }
}
