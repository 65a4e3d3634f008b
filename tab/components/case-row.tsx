import { Checkbox } from '@fluentui/react-components';
import { memo } from 'react';
import { addressOf } from '../route.ts';
import { useShell } from '../shell.tsx';
import type { CaseSummary } from '../wire.ts';
import { StatusWord } from './status-word.tsx';
import { Target } from './target.tsx';
import { When } from './when.tsx';

interface CaseRowProps {
  readonly row: CaseSummary;
  /** For engineers: organisation and target stand in it too. */
  readonly works: boolean;
  readonly current: boolean;
  readonly selected: boolean;
  readonly onSelect: ((id: string, on: boolean) => void) | undefined;
  /** In a list of which only a part is drawn: which row it is, and how many pixels below the first. */
  readonly index: number | undefined;
  readonly top: number | undefined;
  /** How many rows there are; -1 where nobody knows yet. */
  readonly count: number;
  readonly measure: (element: HTMLLIElement | null) => void;
}

export const CaseRow = memo(function CaseRow({ row, works, current, selected, onSelect, index, top, count, measure }: CaseRowProps) {
  const { me, words } = useShell();
  const { list, case: says } = words.tab;
  const whose = row.requester.you ? says.you : row.requester.name;
  return (
    <li
      ref={index === undefined ? undefined : measure}
      className="row"
      data-current={current}
      data-selected={selected}
      data-waits={row.waitingOnYou}
      data-index={index}
      aria-posinset={index === undefined ? undefined : index + 1}
      aria-setsize={index === undefined ? undefined : count}
      style={index === undefined ? undefined : { top }}
    >
      {onSelect && (
        <Checkbox
          className="row-select"
          checked={selected}
          onChange={(_, { checked }) => onSelect(row.id, checked === true)}
          aria-label={list.select(row.number)}
        />
      )}
      <a
        className="row-link"
        href={addressOf({ page: 'case', number: row.number })}
        data-number={row.number}
        aria-current={current ? 'true' : undefined}
      >
        <span className="row-number">{row.number}</span>
        <span className="row-title">
          <span className="row-title-text" dir="auto">
            {row.title}
          </span>
          <span className="row-type">{row.caseTypeName}</span>
        </span>
        <span className="row-status">
          <StatusWord status={row.status} text={row.statusText} />
          {row.escalatedAt && <span className="escalated">{words.cases.escalated}</span>}
          {row.filedByDomain && <span className="exception">{words.cases.exception.badge}</span>}
          {row.assignedTo && <span className="row-sub">{row.assignedTo.you ? says.you : row.assignedTo.name}</span>}
        </span>
        <span className="row-country">{row.country?.name}</span>
        <span className="row-who" dir="auto">
          {whose}
          {(works || row.tenant.id !== me.tenant.id) && <span className="row-sub">{row.tenant.name}</span>}
        </span>
        {works && (
          <span className="row-target">
            <Target target={row.target} />
          </span>
        )}
        <span className="row-when">
          <When at={row.updatedAt} />
        </span>
      </a>
    </li>
  );
});
