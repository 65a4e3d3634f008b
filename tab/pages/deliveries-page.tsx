import { Button } from '@fluentui/react-components';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { LateNotices } from '../components/late-notices.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { useDesk } from '../desk.tsx';
import { addressOf } from '../route.ts';
import { useDeliveries, useSettleDelivery } from '../use-deliveries.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import type { DeliveryView } from '../wire.ts';

/** G-12: notices that were given up; engineers send them again or drop them. */
export function DeliveriesPage() {
  const { deliveries: says } = useDesk().words;
  const title = useTitleFocus();
  const query = useDeliveries();
  const settle = useSettleDelivery();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        {items.length > 0 && <CsvButton path="/deliveries.csv" name="deliveries" list={says.title} />}
      </div>
      <LateNotices />
      {query.isPending && <RowsSkeleton />}
      {query.error && items.length === 0 && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <Empty title={says.none} />}
      {items.length > 0 && <p className="quiet">{says.about}</p>}
      {settle.error && <FailureView error={settle.error} />}
      <ul className="given">
        {items.map((item) => (
          <li key={item.id} className="card">
            <Delivery item={item} />
            <div className="delivery-actions">
              <Button
                disabled={settle.isPending}
                onClick={() => settle.mutate({ id: item.id, how: 'again' }, { onSuccess: () => title.current?.focus() })}
              >
                {says.again} <span className="hidden">({item.to})</span>
              </Button>
              <Button
                appearance="subtle"
                disabled={settle.isPending}
                onClick={() => settle.mutate({ id: item.id, how: 'drop' }, { onSuccess: () => title.current?.focus() })}
              >
                {says.drop} <span className="hidden">({item.to})</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {says.more}
        </Button>
      )}
    </div>
  );
}

function Delivery({ item }: { readonly item: DeliveryView }) {
  const { deliveries: says } = useDesk().words;
  return (
    <>
      <p>
        <strong dir="auto">{item.to}</strong> · {says.channels[item.channel]} ·{' '}
        {item.case ? <a href={addressOf({ page: 'case', number: item.case.number })}>{item.case.number}</a> : says.noCase}
      </p>
      <p>{item.reason}</p>
      {item.detail && (
        <p className="quiet">
          <code dir="auto">{item.detail}</code>
        </p>
      )}
      <p className="quiet">
        {says.given} · <When at={item.givenUpAt} />
      </p>
    </>
  );
}
