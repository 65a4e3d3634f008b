import { Button, Checkbox, Field, Radio, RadioGroup, Spinner, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PageWords } from '../../src/domain/i18n/index.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { keys, useCatalogue } from '../queries.ts';

type Quality = 'good' | 'fair' | 'poor';
const qualities: readonly Quality[] = ['good', 'fair', 'poor'];

/** What the server counts, in words; one that has none yet keeps its name. */
export const affectionIn = (words: PageWords, id: string): string => (words.tab.feedback.affections as Record<string, string>)[id] ?? id;

interface FeedbackFormProps {
  readonly caseId: string | null;
  readonly onAgain: () => void;
}

export function FeedbackForm({ caseId, onAgain }: FeedbackFormProps) {
  const { api, words } = useDesk();
  const { feedback: says, optional } = words.tab;
  const announce = useAnnounce();
  const queries = useQueryClient();
  const choices = useCatalogue().data?.feedback.affectedBy ?? [];
  const [useful, setUseful] = useState('');
  const [language, setLanguage] = useState('');
  const [affected, setAffected] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const give = useMutation({
    mutationFn: () =>
      api.send<{ id: string }>('POST', '/feedback', {
        body: { caseId, useful: useful === 'yes', language: language || null, affectedBy: affected, words: text },
      }),
    onSuccess: () => {
      announce(says.thanks);
      void queries.invalidateQueries({ queryKey: keys.feedback });
    },
  });
  if (give.isSuccess) return <Thanks onAgain={onAgain} />;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(useful === '');
        if (useful !== '' && !give.isPending) give.mutate();
      }}
    >
      <p className="note">{says.whoReads}</p>
      <Field label={says.useful} required {...(missing && { validationMessage: says.usefulNeeded })}>
        <RadioGroup layout="horizontal" value={useful} onChange={(_, { value }) => setUseful(value)}>
          <Radio value="yes" label={says.yes} />
          <Radio value="no" label={says.no} />
        </RadioGroup>
      </Field>
      <Field label={says.language}>
        <RadioGroup layout="horizontal" value={language} onChange={(_, { value }) => setLanguage(value)}>
          {qualities.map((quality) => (
            <Radio key={quality} value={quality} label={says.languages[quality]} />
          ))}
        </RadioGroup>
      </Field>
      <fieldset>
        <legend>{says.affected}</legend>
        {choices.map((choice) => (
          <Checkbox
            key={choice}
            label={affectionIn(words, choice)}
            checked={affected.includes(choice)}
            onChange={(_, { checked }) =>
              setAffected((before) => (checked === true ? [...before, choice] : before.filter((one) => one !== choice)))
            }
          />
        ))}
      </fieldset>
      <Field label={`${says.words} (${optional})`}>
        <Textarea
          value={text}
          rows={5}
          maxLength={20_000}
          resize="vertical"
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      {give.error && (
        <p className="fault" role="alert">
          {tellShortly(problemOf(give.error), words)}
        </p>
      )}
      <div>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={give.isPending}
          icon={give.isPending ? <Spinner size="tiny" /> : undefined}
        >
          {says.send}
        </Button>
      </div>
    </form>
  );
}

function Thanks({ onAgain }: { readonly onAgain: () => void }) {
  const { feedback: says } = useDesk().words.tab;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="empty">
      <h2 ref={title} tabIndex={-1}>
        {says.thanks}
      </h2>
      <Button onClick={onAgain}>{says.another}</Button>
    </div>
  );
}
