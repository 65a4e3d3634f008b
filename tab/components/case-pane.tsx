import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { momentOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { useCase } from '../queries.ts';
import { addressOf } from '../route.ts';
import { go } from '../use-route.ts';
import { useTimeline } from '../use-timeline.ts';
import type { CaseView } from '../wire.ts';
import { CaseActions } from './case-actions.tsx';
import { CaseDetails } from './case-details.tsx';
import { CaseHead } from './case-head.tsx';
import { Composer } from './composer.tsx';
import { FailureView } from './failure-view.tsx';
import { Icon } from './icon.tsx';
import { CaseSkeleton } from './skeletons.tsx';
import { Timeline } from './timeline.tsx';
import { Undelivered } from './undelivered.tsx';

/** One case: what it is, what happened, what one may do. */
export function CasePane({ number }: { readonly number: string }) {
  const { words } = useDesk();
  const query = useCase(number);
  return (
    <article className="case-pane" aria-labelledby="case-title" aria-busy={query.isPending}>
      <CloseCase />
      {query.data ? (
        <CaseBody view={query.data} />
      ) : query.error ? (
        <FailureView error={query.error} onRetry={() => void query.refetch()} level={1} />
      ) : (
        <>
          <h1 id="case-title" className="hidden">
            {words.tab.loading}
          </h1>
          <CaseSkeleton />
        </>
      )}
    </article>
  );
}

function CloseCase() {
  const { words } = useDesk();
  const { back, case: says } = words.tab;
  return (
    <>
      <Button className="case-back" appearance="subtle" icon={<Icon name="back" />} onClick={() => closeCase()}>
        {back}
      </Button>
      <Button
        className="case-close"
        appearance="subtle"
        icon={<Icon name="close" />}
        aria-label={says.closeCase}
        title={says.closeCase}
        onClick={() => closeCase()}
      />
    </>
  );
}

/** As Escape does it: the page knows which list was there before. */
function closeCase(): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
}

function CaseBody({ view }: { readonly view: CaseView }) {
  const { words, locale, timeZone } = useDesk();
  const { case: says } = words.tab;
  const title = useRef<HTMLHeadingElement>(null);
  const timeline = useTimeline(view);
  const focusTitle = () => title.current?.focus();
  useEffect(focusTitle, []);
  // A link may name the case by its id; the address then says the number.
  useEffect(() => {
    const { hash } = window.location;
    if (hash !== addressOf({ page: 'case', number: view.number }) && decodeURIComponent(hash).endsWith(view.id))
      go({ page: 'case', number: view.number }, { replace: true });
  }, [view.id, view.number]);
  return (
    <>
      <CaseHead view={view} title={title} />
      <CaseActions view={view} onDone={focusTitle} />
      {view.status === 'new' && view.requester.you && (
        <section className="case-told" aria-label={says.received(view.number)}>
          <p>
            <strong>{says.received(view.number)}</strong>
          </p>
          <p>{says.receivedWhy}</p>
        </section>
      )}
      {view.outage && (
        <section className="case-told" aria-label={words.outages.shared}>
          <p>
            <strong dir="auto">{view.outage.title}</strong>
          </p>
          <p>
            {view.outage.text} {view.outage.id && <a href={addressOf({ page: 'outage', id: view.outage.id })}>{words.outages.see}</a>}
          </p>
        </section>
      )}
      {view.closed && (
        <section className="case-told" aria-label={view.statusText}>
          <p dir="auto">
            <strong>{view.closed.summary}</strong> <time dateTime={view.closed.at}>{momentOf(view.closed.at, timeZone, locale)}</time>
          </p>
          {view.reopenableUntil && <p>{says.reopenUntil(momentOf(view.reopenableUntil, timeZone, locale))}</p>}
          {view.permitted.includes('giveFeedback') && (
            <p>
              {says.feedbackWhy} <a href={addressOf({ page: 'feedback', caseId: view.number })}>{says.feedbackGo}</a>
            </p>
          )}
        </section>
      )}
      <div className="case-columns">
        <CaseDetails view={view} />
        <section className="case-story" aria-labelledby="timeline-title">
          <h2 id="timeline-title">{says.timeline}</h2>
          <Undelivered caseId={view.id} />
          <Timeline view={view} timeline={timeline} />
          <Composer view={view} />
        </section>
      </div>
    </>
  );
}
