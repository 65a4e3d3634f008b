import { whyNotChanged } from '../batch-outcome.ts';
import { useDesk } from '../desk.tsx';
import type { BatchResult, CaseSummary } from '../wire.ts';
import { Icon } from './icon.tsx';

interface BatchResultsProps {
  readonly cases: readonly CaseSummary[];
  readonly results: ReadonlyMap<string, BatchResult>;
}

/** Each case with what came of it. */
export function BatchResults({ cases, results }: BatchResultsProps) {
  const { words } = useDesk();
  const { batch: says } = words.tab;
  return (
    <ul className="results" aria-label={says.results}>
      {cases.map((one) => {
        const result = results.get(one.id);
        if (!result) return null;
        const { ok, problem } = result;
        return (
          <li key={one.id} data-ok={ok}>
            <Icon name={ok ? 'good' : 'fault'} />
            <span>
              <strong>{one.number}</strong> <span dir="auto">{one.title}</span>
              <br />
              {ok ? says.done : whyNotChanged(problem, words)}
              {problem?.since?.map((entry) => (
                <span key={entry.seq} className="quiet" dir="auto">
                  <br />
                  {entry.summary}
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
