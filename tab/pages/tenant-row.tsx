import { Button } from '@fluentui/react-components';
import type { TenantState, TenantStep } from '../../src/domain/access/tenant.ts';
import { Standing, type Tone } from '../components/standing.tsx';
import { dateOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import type { TenantView } from '../wire.ts';

const tones: Readonly<Record<TenantState, Tone>> = {
  listed: 'quiet',
  waiting: 'waiting',
  active: 'good',
  suspended: 'bad',
  removing: 'waiting',
  removed: 'quiet',
};

interface TenantRowProps {
  readonly tenant: TenantView;
  readonly onStep: (step: TenantStep) => void;
  readonly onChange: () => void;
}

export function TenantRow({ tenant, onStep, onChange }: TenantRowProps) {
  const { words, timeZone, locale } = useDesk();
  const { tenants: says } = words.tab;
  const on = (instant: string) => dateOf(instant, timeZone, locale);
  const { name, kind, state, registeredAt, cases, exportedAt, reason, steps } = tenant;
  const facts = [
    says.kinds[kind],
    registeredAt ? says.since(on(registeredAt)) : says.notYet,
    says.cases(cases.total, cases.open),
    ...(exportedAt ? [says.exportedAt(on(exportedAt))] : []),
  ];
  return (
    <li className="record">
      <div className="record-what">
        <strong dir="auto">{name}</strong>
        <span className="quiet">{facts.join(' · ')}</span>
        {reason && (
          <span className="quiet" dir="auto">
            {says.because(reason)}
          </span>
        )}
      </div>
      <Standing tone={tones[state]} text={says.states[state]} />
      <div className="record-acts">
        {kind !== 'operator' && (
          <Button size="small" appearance="subtle" aria-label={says.changeOf(name)} onClick={onChange}>
            {says.change}
          </Button>
        )}
        {steps.map((step) => (
          <Button key={step} size="small" aria-label={says.stepOf(says.steps[step], name)} onClick={() => onStep(step)}>
            {says.steps[step]}
          </Button>
        ))}
      </div>
    </li>
  );
}
