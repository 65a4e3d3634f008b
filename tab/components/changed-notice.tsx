import type { ReactNode } from 'react';
import { useDesk } from '../desk.tsx';
import type { Problem } from '../problem.ts';
import { When } from './when.tsx';

/** G-8: what changed meanwhile and by whom; what was typed stays, and the person decides again. */
export function ChangedNotice({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  const { actions } = useDesk().words.tab;
  const { since = [] } = problem.body;
  return (
    <div className="changed" role="alert">
      <h3>{actions.changedTitle}</h3>
      <p>{actions.changedWhy}</p>
      {since.length === 0 && <p>{actions.changedUnknown}</p>}
      <ul>
        {since.map((entry) => (
          <li key={entry.seq}>
            <span dir="auto">{entry.summary}</span> <When at={entry.at} />
            {entry.text && (
              <p className="written" dir="auto">
                {entry.text}
              </p>
            )}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
