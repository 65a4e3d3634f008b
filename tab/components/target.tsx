import { useShell } from '../shell.tsx';
import type { TargetView } from '../wire.ts';
import { useWhen } from './when.tsx';

/** When the first answer is due, or that this desk promises none. */
export function Target({ target }: { readonly target: TargetView }) {
  const { words } = useShell();
  const when = useWhen();
  const { dueIn, targetMet, targetMissed } = words.tab.list;
  switch (target.state) {
    case 'none':
      return (
        <span className="target" data-none>
          {words.cases.attributes.noTarget}
        </span>
      );
    case 'met':
      return <span className="target">{targetMet}</span>;
    case 'running':
    case 'near':
      return (
        <span className="target" data-near={target.state === 'near' || undefined}>
          {dueIn(when(target.dueAt))}
        </span>
      );
    case 'breached':
      return (
        <span className="target" data-missed>
          {targetMissed(when(target.dueAt))}
        </span>
      );
    default: {
      const other: never = target;
      return other;
    }
  }
}
