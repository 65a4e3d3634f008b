import { Button, Spinner } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { keepCase } from '../changes.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { ChangedNotice } from '../components/changed-notice.tsx';
import { useDesk } from '../desk.tsx';
import { tell } from '../failure.ts';
import { useRemoveDraft } from '../pages/draft-list.tsx';
import { isProblem, problemOf } from '../problem.ts';
import { go } from '../use-route.ts';
import type { DraftView } from '../wire.ts';
import { type CardHost, type DrawnPlace, hostCard } from './card-host.ts';
import { PartnerNote } from './partner-note.tsx';
import { SavedSign } from './saved-sign.tsx';
import { shapeOf } from './shape.ts';
import { UploadField } from './upload-field.tsx';
import { useDraft } from './use-draft.ts';

const RemoveDraftDialog = lazy(() => import('../pages/remove-draft-dialog.tsx').then((m) => ({ default: m.RemoveDraftDialog })));

export function DraftForm({ draft: start }: { readonly draft: DraftView }) {
  const { words } = useDesk();
  const { form: says } = words.tab;
  const announce = useAnnounce();
  const queries = useQueryClient();
  const root = useRef<HTMLDivElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const card = useRef<CardHost>(undefined);
  const drawn = useRef('');
  const [places, setPlaces] = useState<readonly DrawnPlace[]>([]);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const [removing, setRemoving] = useState(false);
  const read = useCallback(() => card.current?.values() ?? {}, []);
  const draft = useDraft(start, read);
  const remove = useRemoveDraft();
  const { typed, view } = draft;

  const draw = useCallback(
    (form: DraftView['form']) => {
      if (!root.current) return;
      card.current ??= hostCard(root.current, (_, chosen) => typed(chosen));
      const shape = shapeOf(form);
      if (shape === drawn.current) return;
      drawn.current = shape;
      setPlaces(card.current.draw(form));
    },
    [typed],
  );
  useLayoutEffect(() => draw(view.form), [draw, view.form]);
  useEffect(() => {
    const heading = root.current?.querySelector<HTMLElement>('[role=heading]');
    if (heading) heading.tabIndex = -1;
    heading?.focus();
  }, []);

  const { corrects } = start;
  /** @param anew on the case as it is now: one saw what changed, and decided again (G-8) */
  const submit = async (anew = false) => {
    setSending(true);
    setFailed(undefined);
    try {
      if (anew && corrects) await draft.onCaseAsItIs(corrects.caseId);
      const result = await draft.submit();
      if (result.is === 'sent') {
        keepCase(queries, result.view);
        announce((corrects ? says.corrected : says.created)(result.view.number));
        go({ page: 'case', number: result.view.number }, { replace: true });
        return;
      }
      draw(result.draft.form);
      announce(says.toCorrect(result.draft.issues.length));
      // The places for files learn of their fault with the next drawing of the page.
      requestAnimationFrame(() => card.current?.focusFirstFault());
    } catch (error) {
      setFailed(error);
    } finally {
      setSending(false);
    }
  };
  const lost = isProblem(failed, 'changed') ? failed : undefined;
  // The way to it may be a whole form long.
  useEffect(() => {
    if (lost) notice.current?.scrollIntoView({ block: 'center' });
  }, [lost]);
  const told = !lost && (failed || draft.error) ? tell(problemOf(failed ?? draft.error), words) : undefined;
  return (
    <form
      className="draft-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void submit();
      }}
    >
      <PartnerNote caseType={view.caseType} />
      <div ref={root} className="card-host" />
      {places.map((place) =>
        createPortal(
          <UploadField
            place={place}
            uploads={draft.uploadsOf(place.field)}
            onFiles={(ids, came) => draft.put(place.field, place.kind, ids, came)}
            idsNow={() => draft.filesIn(place.field)}
          />,
          place.element,
          place.field,
        ),
      )}
      {view.issues.length > 0 && <p className="fault">{says.toCorrect(view.issues.length)}</p>}
      {lost && (
        <div ref={notice} className="draft-lost">
          <ChangedNotice problem={lost}>
            {lost.body.current?.permitted.includes('correct') && (
              <Button disabledFocusable={sending} onClick={() => void submit(true)}>
                {words.tab.composer.sendAnyway}
              </Button>
            )}
          </ChangedNotice>
        </div>
      )}
      {told && (
        <p className="fault" role="alert">
          <strong>{told.title}.</strong> {told.detail} {told.hints.join(' ')}
        </p>
      )}
      <div className="draft-foot">
        <Button type="submit" appearance="primary" aria-disabled={sending} icon={sending ? <Spinner size="tiny" /> : undefined}>
          {sending ? says.submitting : corrects ? says.submitCorrection : says.submit}
        </Button>
        <Button appearance="subtle" onClick={() => setRemoving(true)}>
          {says.discard}
        </Button>
        <SavedSign saved={draft.saved} at={draft.savedAt} />
      </div>
      {removing && (
        <Suspense fallback={null}>
          <RemoveDraftDialog
            remove={() => remove.mutateAsync(start.id)}
            onClose={(done) => {
              setRemoving(false);
              if (done) go(corrects ? { page: 'case', number: corrects.number || corrects.caseId } : { page: 'new' }, { replace: true });
            }}
          />
        </Suspense>
      )}
    </form>
  );
}
