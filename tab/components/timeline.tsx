import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { toldOnce } from '../../src/domain/case/told-twice.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { addressOf } from '../route.ts';
import type { useTimeline } from '../use-timeline.ts';
import type { CaseView, TimelineEntry } from '../wire.ts';
import { FileList } from './file-list.tsx';
import { Icon, type IconName } from './icon.tsx';
import { When } from './when.tsx';

/** More entries than this get a way to the newest one. */
const many = 8;

interface TimelineProps {
  readonly view: CaseView;
  readonly timeline: ReturnType<typeof useTimeline>;
}

/** Everything that happened, the newest at the bottom. */
export function Timeline({ view, timeline: { entries, earlier, more } }: TimelineProps) {
  const { words } = useDesk();
  const { case: says, loading } = words.tab;
  const list = useRef<HTMLOListElement>(null);
  const showEarlier = async () => {
    const first = list.current?.querySelector<HTMLElement>('li');
    await more.mutateAsync().catch(() => undefined);
    first?.focus();
  };
  const toNewest = () => {
    const last = list.current?.querySelector<HTMLElement>('li:last-child');
    last?.focus();
    last?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <p className="timeline-tools">
        {earlier > 0 && (
          <Button size="small" disabledFocusable={more.isPending} onClick={showEarlier}>
            {more.isPending ? loading : says.earlier(earlier)}
          </Button>
        )}
        {entries.length > many && (
          <Button size="small" appearance="subtle" onClick={toNewest}>
            {says.newest}
          </Button>
        )}
      </p>
      {more.error && (
        <p className="fault" role="alert">
          {tellShortly(problemOf(more.error), words)}
        </p>
      )}
      <ol className="timeline" ref={list}>
        {toldOnce(entries).map((entry) => (
          <Entry key={entry.seq} caseId={view.id} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function iconOf({ type, step }: TimelineEntry): IconName {
  switch (type) {
    case 'opened':
      return 'add';
    case 'commented':
    case 'called':
      return 'reply';
    case 'noted':
      return 'lock';
    case 'assigned':
    case 'transferred':
      return 'person';
    case 'edited':
    case 'corrected':
      return 'edit';
    case 'supported':
      return 'check';
    case 'escalated':
    case 'improperMarked':
      return 'raise';
    case 'moved':
    case 'staged':
    case 'severityChanged':
    case 'improperUnmarked':
      return 'next';
    case 'targetNear':
    case 'targetMissed':
    case 'reminded':
      return 'clock';
    case 'partMade':
    case 'partOf':
    case 'partClosed':
    case 'partReopened':
    case 'mergedInto':
    case 'mergedFrom':
    case 'outageLinked':
    case 'outageUnlinked':
      return 'link';
    case 'statusChanged':
      return step === 'resolve' ? 'good' : step === 'cancel' || step === 'closeUnresolved' ? 'close' : step === 'ask' ? 'waiting' : 'next';
    default: {
      const other: never = type;
      return other;
    }
  }
}

function Entry({ caseId, entry }: { readonly caseId: string; readonly entry: TimelineEntry }) {
  const { case: says } = useDesk().words.tab;
  return (
    <li className="entry" data-side={entry.actor.side} data-type={entry.type} data-internal={entry.internal} tabIndex={-1}>
      <span className="entry-mark">
        <Icon name={iconOf(entry)} />
      </span>
      <div className="entry-body">
        <p className="entry-line">
          <span dir="auto">{entry.summary}</span>
          {entry.other?.id && <a href={addressOf({ page: 'case', number: entry.other.number })}>{entry.other.number}</a>}
          {entry.actor.you && <span className="quiet"> ({says.you})</span>}
          {entry.internal && (
            <span className="internal" title={says.internalWhy}>
              {says.internal}
            </span>
          )}
          <When at={entry.at} />
        </p>
        {entry.changes.map((change) => (
          <Change key={change.field} change={change} />
        ))}
        {entry.text && (
          <p className="written entry-text" dir="auto">
            {entry.text}
          </p>
        )}
        {entry.files.length > 0 && <FileList caseId={caseId} files={entry.files} />}
      </div>
    </li>
  );
}

/** G-17, AG-2: from what to what; long texts open on demand. */
function Change({ change: { label, from, to } }: { readonly change: TimelineEntry['changes'][number] }) {
  const { before, after, empty, labelled } = useDesk().words.cases.changed;
  if (from.length + to.length <= short) {
    return (
      <p className="entry-change" dir="auto">
        {labelled(label)} <del>{from || empty}</del> → <ins>{to || empty}</ins>
      </p>
    );
  }
  return (
    <details className="entry-change">
      <summary>{label}</summary>
      <p className="quiet">{before}</p>
      <p className="written" dir="auto">
        {from}
      </p>
      <p className="quiet">{after}</p>
      <p className="written" dir="auto">
        {to}
      </p>
    </details>
  );
}

/** Characters that read well on one line or two. */
const short = 300;
