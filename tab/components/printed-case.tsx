import type { ReactNode } from 'react';
import { toldOnce } from '../../src/domain/case/told-twice.ts';
import { momentOf, sizeOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import type { WholeCase } from '../whole-case.ts';
import type { CaseView, FileView, TimelineEntry } from '../wire.ts';

interface PrintedCaseProps {
  readonly whole: WholeCase;
  /** Whether what only the desk may read is on it, each piece marked as such. */
  readonly internal: boolean;
}

/** A case as it stands on paper: every moment in full, in the reader's zone. */
export function PrintedCase({ whole: { view, entries, left }, internal }: PrintedCaseProps) {
  const { me, words, locale, timeZone } = useDesk();
  const { print: says, case: caseSays } = words.tab;
  const shown = toldOnce(entries.filter((entry) => internal || !entry.internal));
  const marked = shown.some((entry) => entry.internal);
  const now = momentOf(new Date().toISOString(), timeZone, locale);
  return (
    <article className="paper" aria-labelledby="paper-title">
      <header>
        {marked && <p className="paper-internal">{says.internalTitle}</p>}
        <p className="paper-number">{view.number}</p>
        <h1 id="paper-title" dir="auto">
          {view.title}
        </h1>
        <p dir="auto">
          <strong>{view.statusText}</strong>
          {view.closed && ` · ${view.closed.summary} · ${momentOf(view.closed.at, timeZone, locale)}`}
        </p>
      </header>
      <Facts view={view} />
      <section aria-labelledby="paper-timeline">
        <h2 id="paper-timeline">{caseSays.timeline}</h2>
        {left > 0 && <p>{says.left(left)}</p>}
        <ol className="paper-entries">
          {shown.map((entry) => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </ol>
      </section>
      <footer dir="auto">{says.madeBy(me.person.name, now, timeZone)}</footer>
    </article>
  );
}

function Facts({ view }: { readonly view: CaseView }) {
  const { words, locale, timeZone } = useDesk();
  const { support } = words;
  const { attributes } = words.cases;
  const { case: says } = words.tab;
  const at = (instant: string) => momentOf(instant, timeZone, locale);
  const { target } = view;
  return (
    <dl className="paper-facts">
      <Fact title={attributes.tenant}>{view.tenant.name}</Fact>
      <Fact title={attributes.desk}>{view.deskName}</Fact>
      <Fact title={attributes.caseType}>{`${view.caseTypeName} · ${view.categoryName}`}</Fact>
      <Fact title={attributes.openedBy}>{`${view.openedBy.name}, ${at(view.openedAt)}`}</Fact>
      {view.exception && <Fact title={words.cases.exception.badge}>{view.exception}</Fact>}
      {view.assignedTo && <Fact title={attributes.assignedTo}>{view.assignedTo.name}</Fact>}
      <Fact title={attributes.target}>
        {target.state === 'none' ? attributes.noTarget : `${at(target.dueAt)} · ${attributes.targetStates[target.state]}`}
      </Fact>
      {view.description && <Fact title={says.description}>{view.description}</Fact>}
      {view.details.map(({ field, label, text }) => (
        <Fact key={field} title={label}>
          {text}
        </Fact>
      ))}
      {view.support?.partOf && <Fact title={support.partOf}>{view.support.partOf.number}</Fact>}
      {view.support && view.support.parts.length > 0 && (
        <Fact title={support.parts}>
          {view.support.parts
            .map(({ number, title, open }) => [number, title, `(${support.part[open ? 'open' : 'closed']})`].filter(Boolean).join(' '))
            .join('\n')}
        </Fact>
      )}
      {view.contacts.length > 0 && <Fact title={says.contacts}>{view.contacts.map(({ address }) => address).join('\n')}</Fact>}
      {view.files.length > 0 && (
        <Fact title={says.attachments}>
          <FileNames files={view.files} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { words, locale, timeZone } = useDesk();
  return (
    <li data-internal={entry.internal}>
      <p className="paper-line">
        <time dateTime={entry.at}>{momentOf(entry.at, timeZone, locale)}</time>{' '}
        {entry.internal && <strong className="paper-mark">{words.tab.print.internal}</strong>} <span dir="auto">{entry.summary}</span>
      </p>
      {entry.text && (
        <p className="paper-text" dir="auto">
          {entry.text}
        </p>
      )}
      {entry.files.length > 0 && <FileNames files={entry.files} />}
    </li>
  );
}

function FileNames({ files }: { readonly files: readonly FileView[] }) {
  const { locale } = useDesk();
  return (
    <ul className="paper-files">
      {files.map(({ id, name, size }) => (
        <li key={id} dir="auto">
          {name} ({sizeOf(size, locale)})
        </li>
      ))}
    </ul>
  );
}
