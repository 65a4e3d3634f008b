import { Combobox, Field, Option } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { dateOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import type { CustomerView, DeskView } from '../wire.ts';

interface CustomerFieldProps {
  readonly desk: DeskView;
  readonly fault: string | undefined;
  /** `null`: one's own organisation, or nothing chosen. */
  readonly onChange: (id: string | null) => void;
}

/** CS-1: for whom a partner creates a case: a customer, looked for by name or domain, or where the desk allows it their own organisation. */
export function CustomerField({ desk, fault, onChange }: CustomerFieldProps) {
  const { api, me, words, locale } = useDesk();
  const { create: says } = words.tab;
  const own = desk.mayOpen ? says.own(me.tenant.name) : '';
  const [typed, type] = useState(own);
  const [chosen, choose] = useState(own ? me.tenant.id : '');
  const [looking, look] = useState('');
  const q = useDeferredValue(looking);
  const { data, error } = useQuery({
    queryKey: ['customers', desk.id, q],
    queryFn: ({ signal }) =>
      api.get<{ readonly items: readonly CustomerView[] }>(`/desks/${desk.id}/customers?${new URLSearchParams({ q })}`, signal),
  });
  const message = fault ?? (error ? tellShortly(problemOf(error), words) : undefined);
  const found = data?.items ?? [];
  return (
    <Field label={says.customer} hint={says.customerHint} className="customer" {...(message && { validationMessage: message })}>
      <Combobox
        freeform
        value={typed}
        selectedOptions={chosen ? [chosen] : []}
        onChange={({ target }) => {
          type(target.value);
          look(target.value);
        }}
        onOptionSelect={(_, { optionValue = '', optionText = '' }) => {
          type(optionText);
          choose(optionValue);
          look('');
          onChange(optionValue && optionValue !== me.tenant.id ? optionValue : null);
        }}
        onBlur={() => {
          const shown = found.find(({ id }) => id === chosen)?.name ?? (chosen === me.tenant.id ? own : typed);
          type(shown);
        }}
      >
        {own && (
          <Option key={me.tenant.id} value={me.tenant.id}>
            {own}
          </Option>
        )}
        {found.map(({ id, name, domains, until, reseller }) => (
          <Option key={id} value={id} text={name}>
            <span className="option">
              <span>{name}</span>
              <span className="quiet">
                {[
                  domains[0],
                  reseller && says.throughReseller(reseller),
                  until && says.relationshipUntil(dateOf(until, me.timeZone, locale)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </Option>
        ))}
        {data && found.length === 0 && !own && (
          <Option key="none" value="" disabled text={says.noCustomer}>
            {says.noCustomer}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
