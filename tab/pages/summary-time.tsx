import { Field, Select } from '@fluentui/react-components';
import { summaryDays } from '../../src/domain/notice/summary-days.ts';
import { type OfProfile, useChoiceWords } from './notice-choices.tsx';

const usual = '08:00';
const everyHour = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** PN-15: a mail for each change, or one a day at an hour of one's own. */
export function SummaryTime({ values: { summary }, set }: OfProfile) {
  const says = useChoiceWords();
  const hours = summary ? [...new Set([...everyHour, summary.at])].sort() : everyHour;
  const choose = (value: string) => {
    const days = summaryDays.find((one) => one === value);
    set({ summary: days ? { at: summary?.at ?? usual, days } : null });
  };
  return (
    <div className="times">
      <Field label={says.summary}>
        <Select value={summary?.days ?? 'each'} onChange={(_, { value }) => choose(value)}>
          <option value="each">{says.summaryEach}</option>
          {summaryDays.map((days) => (
            <option key={days} value={days}>
              {says.summaryDays[days]}
            </option>
          ))}
        </Select>
      </Field>
      {summary && (
        <Field label={says.summaryAt}>
          <Select value={summary.at} onChange={(_, { value }) => set({ summary: { ...summary, at: value } })}>
            {hours.map((at) => (
              <option key={at}>{at}</option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
