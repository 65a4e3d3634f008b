import { Button } from '@fluentui/react-components';
import type { MachineState } from '../../src/domain/access/machine.ts';
import { Standing, type Tone } from '../components/standing.tsx';
import { useWhen } from '../components/when.tsx';
import { dateOf, momentOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import type { MachineView } from '../wire.ts';

const tones: Readonly<Record<MachineState, Tone>> = { active: 'good', expired: 'bad', revoked: 'quiet' };

interface IntegrationRowProps {
  readonly machine: MachineView;
  readonly onRotate: () => void;
  readonly onRevoke: () => void;
}

export function IntegrationRow({ machine, onRotate, onRevoke }: IntegrationRowProps) {
  const { words, timeZone, locale } = useDesk();
  const { integrations: says } = words.tab;
  const when = useWhen();
  const on = (instant: string) => dateOf(instant, timeZone, locale);
  const { name, scopes, state, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt, oldSecretUntil } = machine;
  const ends = revokedAt ? says.revokedAt(on(revokedAt)) : (state === 'expired' ? says.endedAt : says.endsAt)(on(expiresAt));
  const facts = [says.madeBy(createdBy.name, on(createdAt)), ends, lastUsedAt ? says.usedAt(when(lastUsedAt)) : says.neverUsed];
  return (
    <li className="record">
      <div className="record-what">
        <strong dir="auto">{name}</strong>
        <span>{scopes.map((scope) => says.scopeNames[scope]).join(' · ')}</span>
        <span className="quiet" dir="auto">
          {facts.join(' · ')}
        </span>
        {oldSecretUntil && <span className="quiet">{says.oldUntil(momentOf(oldSecretUntil, timeZone, locale))}</span>}
      </div>
      <Standing tone={tones[state]} text={says.states[state]} />
      <div className="record-acts">
        {state !== 'revoked' && (
          <>
            <Button size="small" aria-label={says.rotateOf(name)} onClick={onRotate}>
              {says.rotate}
            </Button>
            <Button size="small" aria-label={says.revokeOf(name)} onClick={onRevoke}>
              {says.revoke}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
