import { Button, Input, Select } from '@fluentui/react-components';
import { type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Status } from '../../src/domain/case/lifecycle.ts';
import { allCountries, type Country, countryName } from '../countries.ts';
import { CustomerFilter } from '../pieces.ts';
import type { Filter, ListState } from '../route.ts';
import { useShell } from '../shell.tsx';
import type { CaseSummary, ListName } from '../wire.ts';
import { Icon } from './icon.tsx';

interface ListFiltersProps {
  readonly list: ListName;
  readonly filter: Filter;
  readonly rows: readonly CaseSummary[];
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onFilter: (change: Partial<Filter>) => void;
}

/** Milliseconds without a key after which the words are looked for. */
const pause = 350;
const states: readonly ListState[] = ['open', 'all', 'closed'];
const statuses: Readonly<Record<ListState, readonly Status[]>> = {
  open: ['new', 'inProgress', 'waitingOnRequester'],
  closed: ['resolved', 'cancelled', 'closedUnresolved'],
  all: ['new', 'inProgress', 'waitingOnRequester', 'resolved', 'cancelled', 'closedUnresolved'],
};
/** Lists of open cases only. */
const alwaysOpen: readonly ListName[] = ['waitingOnMe', 'dueSoon', 'waiting', 'unassigned'];

export function ListFilters({ list, filter, rows, search, onFilter }: ListFiltersProps) {
  const { words } = useShell();
  const { list: says } = words.tab;
  const waiting = (status: Status) => (status === 'waitingOnRequester' ? words.cases.waitingOnRequester : words.cases.statuses[status]);
  return (
    <search className="filters">
      {!alwaysOpen.includes(list) && (
        <fieldset className="segments" aria-label={says.state}>
          {states.map((state) => (
            <button key={state} type="button" aria-pressed={filter.state === state} onClick={() => onFilter({ state, status: '' })}>
              {says.states[state]}
            </button>
          ))}
        </fieldset>
      )}
      <SearchField value={filter.q} field={search} onSearch={(q) => onFilter({ q })} />
      {list === 'customers' && (
        <Suspense>
          <CustomerFilter value={filter.customer} onChange={(customer) => onFilter({ customer })} />
        </Suspense>
      )}
      <Select
        size="small"
        className="filter-select"
        aria-label={says.status}
        value={filter.status}
        onChange={(_, { value }) => onFilter({ status: value })}
      >
        <option value="">{says.anyStatus}</option>
        {statuses[filter.state].map((status) => (
          <option key={status} value={status}>
            {waiting(status)}
          </option>
        ))}
      </Select>
      <CountryFilter rows={rows} value={filter.country} onChange={(country) => onFilter({ country })} />
    </search>
  );
}

interface CountryFilterProps {
  readonly rows: readonly CaseSummary[];
  readonly value: string;
  readonly onChange: (country: string) => void;
}

function CountryFilter({ rows, value, onChange }: CountryFilterProps) {
  const { words, locale } = useShell();
  const { list: says } = words.tab;
  // All the others are hundreds, which nobody needs before they come here.
  const [entered, enter] = useState(false);
  const here = useMemo(() => {
    const names = new Map(rows.flatMap(({ country }) => (country ? [[country.code, country.name]] : [])));
    if (value && !names.has(value)) names.set(value, countryName(locale, value));
    const { compare } = new Intl.Collator(locale);
    return [...names].map(([code, name]) => ({ code, name })).sort((x, y) => compare(x.name, y.name));
  }, [rows, locale, value]);
  const others = entered ? allCountries(locale).filter(({ code }) => !here.some((one) => one.code === code)) : [];
  return (
    <Select
      size="small"
      className="filter-select"
      aria-label={says.country}
      value={value}
      onPointerDown={() => enter(true)}
      onFocus={() => enter(true)}
      onChange={(_, { value }) => onChange(value)}
    >
      <option value="">{says.anyCountry}</option>
      <Options label={says.inThisList} countries={here} />
      <Options label={says.allCountries} countries={others} />
    </Select>
  );
}

function Options({ label, countries }: { readonly label: string; readonly countries: readonly Country[] }) {
  if (countries.length === 0) return null;
  return (
    <optgroup label={label}>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

interface SearchFieldProps {
  readonly value: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onSearch: (words: string) => void;
}

function SearchField({ value, field, onSearch }: SearchFieldProps) {
  const { list: says } = useShell().words.tab;
  const [typed, setTyped] = useState(value);
  const [from, setFrom] = useState(value);
  if (from !== value) {
    setFrom(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => search.current(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <Input
      ref={field}
      size="small"
      className="search"
      type="search"
      value={typed}
      maxLength={200}
      placeholder={says.searchHint}
      aria-label={`${says.search}: ${says.searchHint}`}
      aria-keyshortcuts="/"
      contentBefore={<Icon name="search" />}
      contentAfter={
        typed ? (
          <Button
            size="small"
            appearance="transparent"
            icon={<Icon name="close" />}
            aria-label={says.clearSearch}
            onClick={() => {
              setTyped('');
              onSearch('');
              field.current?.focus();
            }}
          />
        ) : (
          <kbd>/</kbd>
        )
      }
      onChange={(_, data) => setTyped(data.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(typed.trim());
        if (event.key === 'Escape') document.getElementById('content')?.focus();
      }}
    />
  );
}
