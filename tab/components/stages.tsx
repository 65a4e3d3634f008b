import { useDesk } from '../desk.tsx';
import type { CaseView } from '../wire.ts';
import { CorrectButton } from './correct-button.tsx';
import { Icon } from './icon.tsx';

/** PN-13: how far the work has come, as a line of steps; what the stage suggests, and whether it locks. */
export function Stages({ view }: { readonly view: CaseView }) {
  const { stages: says } = useDesk().words.cases;
  const { stages, proposed, locked } = view;
  if (stages.length === 0) return null;
  return (
    <div className="stages">
      <ol aria-label={says.label}>
        {stages.map(({ id, name, state }) => (
          <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {state === 'done' && <Icon name="good" />}
            {name}
            {state === 'now' && <span className="hidden"> ({says.now})</span>}
          </li>
        ))}
      </ol>
      {locked && <p className="quiet">{says.locked}</p>}
      {view.permitted.includes('correct') && <CorrectButton view={view} />}
      {proposed && <p role="status">{says.proposes[proposed]}</p>}
    </div>
  );
}
