import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { type Locale, locales } from '../../src/domain/i18n/locale.ts';
import { placeholders, written } from '../../src/domain/reply/placeholders.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { DeskField } from '../components/desk-field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { useDesk } from '../desk.tsx';
import type { ReplyView } from '../wire.ts';
import { useReplyChange } from './reply-queries.ts';

interface ReplyDialogProps {
  /** None: a new one. */
  readonly reply?: ReplyView;
  readonly onClose: () => void;
}

/** AG-3: words with placeholders, each at a press. */
export function ReplyDialog({ reply, onClose }: ReplyDialogProps) {
  const { me, locale: own, words } = useDesk();
  const { replies: says } = words;
  const announce = useAnnounce();
  const change = useReplyChange();
  const [desk, setDesk] = useState<string>(reply?.desk ?? me.desks[0] ?? '');
  const [locale, setLocale] = useState<Locale>(reply?.locale ?? own);
  const [title, setTitle] = useState(reply?.title ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const put = (word: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    setText(text.slice(0, selectionStart) + word + text.slice(selectionEnd));
    field.current?.focus();
  };
  const save = async () => {
    const body = { locale, title: title.trim(), text: text.trim() };
    if (reply) await change('PUT', `/${reply.id}`, { body, version: reply.version });
    else await change('POST', '', { body: { ...body, desk } });
    announce(reply ? says.saved : says.added);
  };
  return (
    <FormDialog
      title={reply ? `${says.change}: ${reply.title}` : says.add}
      submit={words.tab.save}
      unready={title.trim() === '' || text.trim() === '' || desk === ''}
      send={save}
      onClose={onClose}
    >
      {!reply && <DeskField label={says.desk} desk={desk} onChange={setDesk} />}
      <Field label={says.language} required>
        <Select value={locale} onChange={(_, { value }) => setLocale(value as Locale)}>
          {locales.map((one) => (
            <option key={one} value={one}>
              {says.languages[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={says.titleField} hint={says.titleHint} required>
        <Input value={title} maxLength={100} dir="auto" onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={says.textField} required>
        <Textarea
          ref={field}
          value={text}
          maxLength={5_000}
          rows={7}
          resize="vertical"
          textarea={{ dir: 'auto', lang: locale }}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <p className="quiet">{says.textHint}</p>
      <div className="placeholders">
        {placeholders.map((name) => (
          <Button key={name} size="small" type="button" onClick={() => put(written(name))}>
            {says.names[name]}
          </Button>
        ))}
      </div>
    </FormDialog>
  );
}

export function RemoveReplyDialog({ reply, onClose }: { readonly reply: ReplyView; readonly onClose: () => void }) {
  const { replies: says } = useDesk().words;
  const announce = useAnnounce();
  const change = useReplyChange();
  return (
    <FormDialog
      title={`${says.remove}: ${reply.title}`}
      submit={says.remove}
      send={async () => {
        await change('DELETE', `/${reply.id}`, { version: reply.version });
        announce(says.removed);
      }}
      onClose={onClose}
    >
      <p>{says.sure(reply.title)}</p>
    </FormDialog>
  );
}
