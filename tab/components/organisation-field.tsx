import { Combobox, Field, Option } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { useTenants } from '../operator-queries.ts';
import { problemOf } from '../problem.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface OrganisationFieldProps {
  readonly label: string;
  /** Both, unless told. */
  readonly kind?: 'customer' | 'partner';
  readonly required?: boolean;
  /** Ids of those that are no choice. */
  readonly besides?: readonly string[];
  /** Where what is chosen goes elsewhere, and the field is empty again. */
  readonly adds?: boolean;
  readonly value: Named | null;
  /** `null`: what was chosen is taken back. */
  readonly onChoose: (one: Named | null) => void;
}

/** One of the organisations that the desk serves, looked for by name; for its leads. */
export function OrganisationField({ label, kind, required = false, besides = [], adds = false, value, onChoose }: OrganisationFieldProps) {
  const { words } = useDesk();
  const { find: says } = words.tab.tenants;
  const [typed, type] = useState(value?.name ?? '');
  const [looking, look] = useState('');
  const q = useDeferredValue(looking.trim());
  const { data, error, hasNextPage } = useTenants({ q, state: '', kind });
  const found = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter((one) => one.kind !== 'operator' && (one.state === 'active' || one.state === 'listed') && !besides.includes(one.id));
  const choose = (one: Named | null) => {
    type(adds ? '' : (one?.name ?? ''));
    look('');
    onChoose(one);
  };
  return (
    <Field
      label={label}
      required={required}
      hint={hasNextPage ? says.more : says.hint}
      {...(error && { validationMessage: tellShortly(problemOf(error), words) })}
    >
      <Combobox
        freeform
        value={typed}
        selectedOptions={value ? [value.id] : []}
        onChange={({ target }) => {
          if (target.value === '') return choose(null);
          type(target.value);
          look(target.value);
        }}
        onOptionSelect={(_, { optionValue }) => choose(found.find(({ id }) => id === optionValue) ?? null)}
        onBlur={() => {
          type(value?.name ?? '');
          look('');
        }}
      >
        {found.map(({ id, name }) => (
          <Option key={id} value={id} text={name}>
            {name}
          </Option>
        ))}
        {data && found.length === 0 && (
          <Option key="none" value="" disabled text={says.none}>
            {says.none}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
