import { Button, Spinner, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { type Doing, useChange } from '../changes.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { useKeyFor } from '../key.ts';
import { isProblem, problemOf } from '../problem.ts';
import { useCatalogue } from '../queries.ts';
import { useUploads } from '../use-uploads.ts';
import type { CaseView, FileView } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { ChosenFiles } from './chosen-files.tsx';
import { DropZone } from './drop-zone.tsx';
import { Icon } from './icon.tsx';
import { Mentioned, MentionList, useMentions } from './mentions.tsx';
import { ReplyMenu } from './reply-menu.tsx';
import { SendingList } from './sending-list.tsx';

type Mode = 'comment' | 'ask' | 'note';
const modes: readonly Mode[] = ['comment', 'ask', 'note'];
const icons = { comment: 'reply', ask: 'waiting', note: 'lock' } as const;
const usual = { files: 10, fileSize: 25 * 1024 * 1024, comment: 20_000 };

/** Writing on a case: a comment, and for engineers a question or an internal note. What was typed stays until it is sent. */
export function Composer({ view }: { readonly view: CaseView }) {
  const { api, words } = useDesk();
  const { composer: says, files: fileWords } = words.tab;
  const announce = useAnnounce();
  const limits = useCatalogue().data?.limits ?? usual;
  const offered = modes.filter((mode) => view.permitted.includes(mode));
  const [chosen, setMode] = useState<Mode>('comment');
  const mode = offered.includes(chosen) ? chosen : (offered[0] ?? 'comment');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly FileView[]>([]);
  const [fault, setFault] = useState('');
  /** The case as it was when writing began: a question is asked on that, or not at all (G-8). */
  const [begun, setBegun] = useState<CaseView>();
  const field = useRef<HTMLTextAreaElement>(null);
  const [complete, setComplete] = useState('');
  const mentions = useMentions(view.desk, mode === 'note', { text, setText, field });
  const told = mentions.chosen.map(({ id }) => id);
  const keyFor = useKeyFor([mode, text, files.map((file) => file.id), told]);
  const change = useChange();
  const uploads = useUploads({
    caseId: view.id,
    room: limits.files - files.length,
    limits,
    onArrived: (file) => setFiles((before) => [...before, file]),
  });
  if (offered.length === 0) return null;

  const lost = isProblem(change.error, 'changed') ? change.error : undefined;
  const send = (on: CaseView) => {
    if (change.isPending) return;
    if (uploads.busy) return setFault(says.waitForFiles);
    if (!text.trim() && (files.length === 0 || mode === 'ask')) {
      setFault(says.empty);
      return field.current?.focus();
    }
    setFault('');
    const body = {
      text,
      ...(files.length > 0 && { files: files.map((file) => file.id) }),
      ...(told.length > 0 && { mentions: told }),
    };
    change.mutate(
      { do: mode as Doing, on, key: keyFor(), body },
      {
        onSuccess: () => {
          setText('');
          setFiles([]);
          setComplete('');
          mentions.setChosen([]);
          setBegun(undefined);
          announce(view.closed ? words.cases.closedCommentHint : says.sent[mode]);
          field.current?.focus();
        },
      },
    );
  };
  const remove = (file: FileView) => {
    setFiles((before) => before.filter((one) => one.id !== file.id));
    announce(fileWords.removed(file.name));
    field.current?.focus();
    void api.send('DELETE', `/files/${file.id}`).catch(() => undefined);
  };
  const insert = (reply: string, note: string) => {
    const caret = field.current?.selectionStart ?? text.length;
    setText(text.slice(0, caret) + reply + text.slice(caret));
    setComplete(note);
    if (!begun) setBegun(view);
    field.current?.focus();
  };
  const labels = { comment: says.commentField, ask: says.askField, note: says.noteField };
  const hints = { comment: says.commentHint, ask: says.askHint, note: says.noteHint };
  const sends = { comment: says.sendComment, ask: says.sendAsk, note: says.sendNote };
  const wrong = fault || (change.error && !lost ? tellShortly(problemOf(change.error), words) : '');
  return (
    <form
      className="composer"
      data-mode={mode}
      onSubmit={(event) => {
        event.preventDefault();
        send(mode === 'ask' ? (begun ?? view) : view);
      }}
    >
      {offered.length > 1 && (
        <fieldset className="segments" aria-label={says.label}>
          {offered.map((one) => (
            <button key={one} type="button" aria-pressed={one === mode} onClick={() => setMode(one)}>
              <Icon name={icons[one]} /> {says[one]}
            </button>
          ))}
        </fieldset>
      )}
      <DropZone
        className="composer-drop"
        label={says.attach}
        several
        onFiles={uploads.send}
        disabled={files.length >= limits.files || change.isPending}
      >
        <Textarea
          ref={field}
          className="composer-field"
          textarea={{
            'aria-label': labels[mode],
            dir: 'auto',
            'aria-invalid': wrong !== '',
            'aria-describedby': wrong ? 'composer-fault' : undefined,
          }}
          placeholder={hints[mode]}
          resize="vertical"
          maxLength={limits.comment}
          value={text}
          readOnly={change.isPending}
          onChange={(_, { value }) => {
            setText(value);
            mentions.look(value);
            setFault('');
            if (!begun) setBegun(view);
          }}
          onKeyDown={(event) => {
            if (mentions.onKey(event)) return;
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
        <MentionList {...mentions} />
        <Mentioned chosen={mentions.chosen} onRemove={({ id }) => mentions.setChosen(mentions.chosen.filter((one) => one.id !== id))} />
        <ChosenFiles files={files} remove={remove} />
        <SendingList sending={uploads.sending} onDrop={uploads.drop} />
      </DropZone>
      {wrong && (
        <p id="composer-fault" className="fault" role="alert">
          {wrong}
        </p>
      )}
      {lost && (
        <ChangedNotice problem={lost}>
          {view.permitted.includes(mode) && <Button onClick={() => send(view)}>{says.sendAnyway}</Button>}
        </ChangedNotice>
      )}
      {complete && <p className="quiet">{complete}</p>}
      {view.closed && <p className="quiet">{says.closedHint}</p>}
      <div className="composer-foot">
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={change.isPending}
          icon={change.isPending ? <Spinner size="tiny" /> : undefined}
        >
          {sends[mode]}
        </Button>
        {offered.includes('note') && <ReplyMenu caseId={view.id} onText={insert} />}
      </div>
    </form>
  );
}
