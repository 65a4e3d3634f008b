import { useDesk } from '../desk.tsx';
import { addressOf } from '../route.ts';
import { useDeliveriesOf } from '../use-deliveries.ts';
import { Icon } from './icon.tsx';
import { When } from './when.tsx';

/** G-5: notices of this case that failed, for engineers; nothing where none did. */
export function Undelivered({ caseId }: { readonly caseId: string }) {
  const { deliveries: says } = useDesk().words;
  const { data = [] } = useDeliveriesOf(caseId);
  if (data.length === 0) return null;
  return (
    <ul className="undelivered">
      {data.map((item) => (
        <li key={item.id}>
          <Icon name="warning" />
          <span>
            {says.failed(says.channels[item.channel], item.to, item.reason)} · <When at={item.givenUpAt} /> ·{' '}
            <a href={addressOf({ page: 'deliveries' })}>{says.title}</a>
          </span>
        </li>
      ))}
    </ul>
  );
}
