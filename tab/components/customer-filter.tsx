import { Select } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../desk.tsx';
import type { Board } from '../wire.ts';

interface CustomerFilterProps {
  /** Id; empty: all of them. */
  readonly value: string;
  readonly onChange: (customer: string) => void;
}

/** G-4: whose cases a partner's list of customers' cases shows; among the hundred that press most. */
export function CustomerFilter({ value, onChange }: CustomerFilterProps) {
  const { api, words } = useDesk();
  const says = words.tab.list;
  const { data } = useQuery({
    queryKey: ['board-names'],
    queryFn: async ({ signal }) => (await api.get<Board>('/customers/board?limit=100', signal)).items,
    staleTime: 60_000,
  });
  const known = data?.some(({ id }) => id === value) ?? false;
  return (
    <Select
      size="small"
      className="filter-select"
      aria-label={says.customer}
      value={value}
      onChange={(_, chosen) => onChange(chosen.value)}
    >
      <option value="">{says.anyCustomer}</option>
      {value && !known && <option value={value}>{says.oneCustomer}</option>}
      {[...(data ?? [])]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </Select>
  );
}
