import { Button, Input, Popover, PopoverSurface, PopoverTrigger, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { type Locale, locales } from '../../src/domain/i18n/locale.ts';
import { folded } from '../../src/domain/text.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { useCaseReplies } from '../pages/reply-queries.ts';
import { problemOf } from '../problem.ts';
import type { FilledReply } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './icon.tsx';

interface ReplyMenuProps {
  readonly caseId: string;
  /** @param note what the engineer has to complete; empty where there is nothing */
  readonly onText: (text: string, note: string) => void;
}

/** AG-3: the saved replies of the case's desk, found by their words, in the language the case is answered in unless another is chosen. */
export function ReplyMenu({ caseId, onText }: ReplyMenuProps) {
  const { api, words } = useDesk();
  const { replies: says, tab } = words;
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [locale, setLocale] = useState<Locale>();
  const [fault, setFault] = useState<unknown>();
  const query = useCaseReplies(caseId, locale, open);
  const shown = query.data?.items.filter(({ title }) => folded(title).includes(folded(search.trim()))) ?? [];
  const insert = async (id: string, title: string) => {
    try {
      const filled = await api.get<FilledReply>(`/cases/${caseId}/replies/${id}`);
      setOpen(false);
      announce(says.inserted(title));
      onText(filled.text, filled.open.length > 0 ? says.open(filled.open.join(', ')) : '');
    } catch (error) {
      setFault(error);
    }
  };
  const error = fault ?? query.error;
  return (
    <Popover open={open} onOpenChange={(_, next) => setOpen(next.open)} trapFocus positioning="above-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button type="button" appearance="subtle" icon={<Icon name="reply" />}>
          {says.insert}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="reply-menu" aria-label={says.insert}>
        <Input
          type="search"
          value={search}
          aria-label={says.search}
          placeholder={says.search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <Select
          size="small"
          aria-label={says.inLanguage}
          value={locale ?? query.data?.caseLocale ?? ''}
          onChange={(_, { value }) => setLocale(value as Locale)}
        >
          {locales.map((one) => (
            <option key={one} value={one}>
              {says.languages[one]}
            </option>
          ))}
        </Select>
        {error ? (
          <p className="fault" role="alert">
            {tellShortly(problemOf(error), words)}
          </p>
        ) : (
          shown.length === 0 && <p className="quiet">{query.isPending ? tab.loading : search ? says.noneFound : says.noneHere}</p>
        )}
        <ul>
          {shown.map(({ id, title }) => (
            <li key={id}>
              <Button type="button" appearance="subtle" onClick={() => void insert(id, title)}>
                <span dir="auto">{title}</span>
              </Button>
            </li>
          ))}
        </ul>
      </PopoverSurface>
    </Popover>
  );
}
