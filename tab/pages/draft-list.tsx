import { Button } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { Icon } from '../components/icon.tsx';
import { When } from '../components/when.tsx';
import { useDesk } from '../desk.tsx';
import { keys, useDrafts } from '../queries.ts';
import { addressOf } from '../route.ts';
import type { DraftSummary } from '../wire.ts';

const RemoveDraftDialog = lazy(() => import('./remove-draft-dialog.tsx').then((m) => ({ default: m.RemoveDraftDialog })));

/** G-19: forms begun and not sent. Nothing at all where there are none: the page around it says so. */
export function DraftList({ heading }: { readonly heading?: string }) {
  const { words } = useDesk();
  const { drafts: says } = words.tab;
  const { data = [] } = useDrafts();
  const [removing, setRemoving] = useState<DraftSummary>();
  const list = useRef<HTMLUListElement>(null);
  const remove = useRemoveDraft();
  if (data.length === 0) return null;
  const nameOf = (draft: DraftSummary) => draft.title || draft.caseTypeName;
  return (
    <section aria-label={heading ?? says.title}>
      {heading && <h2>{heading}</h2>}
      <ul className="drafts" ref={list} tabIndex={-1}>
        {data.map((draft) => (
          <li key={draft.id}>
            <a href={addressOf({ page: 'draft', id: draft.id })}>
              <strong dir="auto">{draft.title || says.untitled}</strong>
              <span className="quiet">
                {draft.corrects ? says.corrects(draft.corrects.number) : draft.caseTypeName} · {!draft.offered && `${says.notOffered} · `}
                <ChangedAt at={draft.updatedAt} />
              </span>
            </a>
            <Button
              appearance="subtle"
              icon={<Icon name="delete" />}
              aria-label={says.remove(nameOf(draft))}
              title={says.remove(nameOf(draft))}
              onClick={() => setRemoving(draft)}
            />
          </li>
        ))}
      </ul>
      {removing && (
        <Suspense fallback={null}>
          <RemoveDraftDialog
            remove={() => remove.mutateAsync(removing.id)}
            onClose={(done) => {
              setRemoving(undefined);
              if (done) (list.current ?? document.getElementById('content'))?.focus();
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

function ChangedAt({ at }: { readonly at: string }) {
  const [before = '', after = ''] = useDesk().words.tab.drafts.changed('\u0000').split('\u0000');
  return (
    <>
      {before}
      <When at={at} />
      {after}
    </>
  );
}

export function useRemoveDraft() {
  const { api, words } = useDesk();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: (id: string) => api.send<void>('DELETE', `/drafts/${id}`),
    onSuccess: async (_, id) => {
      announce(words.tab.drafts.removed);
      queries.removeQueries({ queryKey: keys.draft(id) });
      await queries.invalidateQueries({ queryKey: keys.drafts });
    },
  });
}
