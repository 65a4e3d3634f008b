import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '../desk.tsx';
import { isProblem, problemOf } from '../problem.ts';
import { keys } from '../queries.ts';
import type { CaseView, DraftView, FileView, Upload } from '../wire.ts';
import { type Autosave, autosave, type Saved } from './autosave.ts';
import { type CardValues, listsIn } from './shape.ts';

/** Ids of files by field; a number list is one, documents are several. */
type Files = Readonly<Record<string, readonly string[]>>;

const filesOf = (uploads: readonly Upload[]): Files => {
  const files: Record<string, string[]> = {};
  for (const { field, id } of uploads) files[field] = [...(files[field] ?? []), id];
  return files;
};

/** Milliseconds without a key after which what is typed is kept. */
const typing = 900;
const chosen = 120;

/** G-19: a form that keeps itself. `read` gives what its inputs hold now. */
export function useDraft(start: DraftView, read: () => CardValues) {
  const { api } = useDesk();
  const queries = useQueryClient();
  const [view, setView] = useState(start);
  const [files, setFiles] = useState<Files>(() => filesOf(start.uploads));
  const [known, setKnown] = useState<readonly Upload[]>(start.uploads);
  const [saved, setSaved] = useState<Saved>('saved');
  const [savedAt, setSavedAt] = useState(start.updatedAt);
  const [error, setError] = useState<unknown>();
  const latest = useRef({ files, checked: false, lists: new Set(listsIn(start.form)), read });
  latest.current = { ...latest.current, files, read };
  const saving = useRef<Autosave>(undefined);

  const content = useCallback(() => {
    const { files: now, lists, read: values } = latest.current;
    const fields = Object.entries(now).map(([field, ids]) => [field, lists.has(field) ? (ids[0] ?? null) : ids] as const);
    return { card: values(), ...(fields.length > 0 && { files: Object.fromEntries(fields) }) };
  }, []);

  const save = useCallback(async () => {
    const check = latest.current.checked ? '?check=true' : '';
    const after = await api.send<DraftView>('PUT', `/drafts/${start.id}${check}`, { body: content() });
    setView(after);
    setKnown(after.uploads);
    setSavedAt(after.updatedAt);
    setError(undefined);
    void queries.invalidateQueries({ queryKey: keys.drafts });
  }, [api, content, queries, start.id]);

  useEffect(() => {
    const hopeless = (cause: unknown) => {
      setError(cause);
      return isProblem(cause, 'notFound', 'alreadyUsed', 'invalid', 'malformedRequest', 'notAllowed');
    };
    const made = autosave(save, setSaved, hopeless);
    saving.current = made;
    const leave = () => document.visibilityState === 'hidden' && void made.flush();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      // What was typed last is kept when the form is left for another page.
      void made.flush().finally(() => made.stop());
    };
  }, [save]);

  const typed = useCallback((pick: boolean) => saving.current?.changed(pick ? chosen : typing), []);

  /** Puts files in a field, or takes them out. */
  const put = (field: string, kind: 'numberList' | 'documents', ids: readonly string[], came?: FileView) => {
    if (kind === 'numberList') latest.current.lists.add(field);
    if (came) setKnown((before) => [...before, { field, id: came.id, name: came.name, size: came.size }]);
    const after = { ...latest.current.files, [field]: ids };
    latest.current.files = after;
    setFiles(after);
    saving.current?.changed(0);
  };
  const uploadsOf = (field: string): readonly Upload[] =>
    (files[field] ?? []).flatMap((id) => known.find((upload) => upload.id === id) ?? []);

  /** Sends it. A form with faults comes back with them drawn: `faults`; anything else that went wrong is thrown. */
  const submit = async (): Promise<
    { readonly is: 'sent'; readonly view: CaseView } | { readonly is: 'faults'; readonly draft: DraftView }
  > => {
    await saving.current?.flush();
    try {
      const draft = await checked();
      if (draft && draft.issues.length > 0) return { is: 'faults', draft };
      const sent = await api.send<CaseView>('POST', `/drafts/${start.id}/submit`, { body: content() });
      saving.current?.stop();
      queries.removeQueries({ queryKey: keys.draft(start.id) });
      void queries.invalidateQueries({ queryKey: keys.drafts });
      return { is: 'sent', view: sent };
    } catch (cause) {
      throw problemOf(cause);
    }
  };

  /** Asked before sending, so that a form with faults is an answer and not a failure. Nothing comes of one that was sent already. */
  const checked = async (): Promise<DraftView | undefined> => {
    latest.current.checked = true;
    try {
      const draft = await api.send<DraftView>('PUT', `/drafts/${start.id}?check=true`, { body: content() });
      setView(draft);
      setKnown(draft.uploads);
      return draft;
    } catch (cause) {
      if (isProblem(cause, 'alreadyUsed')) return undefined;
      throw cause;
    }
  };
  /** PN-13: a correction goes on from the case as it is now; what was typed is kept before. */
  const onCaseAsItIs = async (caseId: string): Promise<void> => {
    await saving.current?.flush();
    await api.send<DraftView>('POST', `/cases/${caseId}/correction`);
  };
  return {
    onCaseAsItIs,
    view,
    saved,
    savedAt,
    error,
    typed,
    put,
    filesIn: (field: string) => latest.current.files[field] ?? [],
    uploadsOf,
    submit,
  };
}
