import { Checkbox, Field, Input } from '@fluentui/react-components';
import { useDesk } from '../desk.tsx';
import { type OfProfile, useChoiceWords } from './notice-choices.tsx';

const usual = { from: '18:00', to: '08:00' };
/** One day at least is left on which notices come. */
const mostDays = 6;
/** 1 to 7, Monday first. */
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** PN-15: when one does not want to be disturbed. */
export function QuietTime({ values, set, fault }: OfProfile & { readonly fault: string | undefined }) {
  const { me, locale } = useDesk();
  const says = useChoiceWords();
  const { quiet } = values;
  const { hours, days } = quiet;
  const change = (part: Partial<typeof quiet>) => set({ quiet: { ...quiet, ...part } });
  const engineer = me.roles.includes('engineer') || me.roles.includes('deskLead');
  return (
    <fieldset className="quiet-time">
      <legend>{says.quiet}</legend>
      <p className="quiet">{engineer ? says.quietHintDesk : says.quietHint}</p>
      <Checkbox label={says.quietOn} checked={hours !== null} onChange={(_, { checked }) => change({ hours: checked ? usual : null })} />
      {hours && (
        <div className="times">
          <Field label={says.from} {...(fault ? { validationMessage: fault } : {})}>
            <Input type="time" required value={hours.from} onChange={(_, { value }) => change({ hours: { ...hours, from: value } })} />
          </Field>
          <Field label={says.to}>
            <Input type="time" required value={hours.to} onChange={(_, { value }) => change({ hours: { ...hours, to: value } })} />
          </Field>
        </div>
      )}
      <fieldset className="weekdays">
        <legend>{says.quietDays}</legend>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            label={dayName(day, locale)}
            checked={days.includes(day)}
            disabled={days.length >= mostDays && !days.includes(day)}
            onChange={(_, { checked }) => change({ days: weekdays.filter((one) => (one === day ? checked : days.includes(one))) })}
          />
        ))}
      </fieldset>
      {(hours || days.length > 0) && (
        <Checkbox label={says.quietEmail} checked={quiet.email} onChange={(_, { checked }) => change({ email: checked === true })} />
      )}
    </fieldset>
  );
}

/** @param day 1 is Monday, as the first of January 2024 was */
const dayName = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
