import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useState } from 'react';
import { type TenantState, type TenantStep, tenantStates } from '../../src/domain/access/tenant.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { WordsAndState } from '../components/words-and-state.tsx';
import { useDesk } from '../desk.tsx';
import { type TenantFilter, useTenantChange, useTenants } from '../operator-queries.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import type { TenantView } from '../wire.ts';
import { TenantRow } from './tenant-row.tsx';

const TenantDialog = lazy(() => import('./tenant-dialogs.tsx').then((m) => ({ default: m.TenantDialog })));
const RemoveTenantDialog = lazy(() => import('./remove-tenant-dialog.tsx').then((m) => ({ default: m.RemoveTenantDialog })));

/** What a dialog is open for. */
export type Asking = { readonly for: 'allow' } | { readonly for: 'change' | 'suspend' | 'remove'; readonly tenant: TenantView };

/** The organisations that the desk serves; for its leads. */
export function TenantsPage() {
  const { words } = useDesk();
  const { tenants: says } = words.tab;
  const title = useTitleFocus();
  const announce = useAnnounce();
  const change = useTenantChange();
  const [filter, setFilter] = useState<TenantFilter>({ q: '', state: '' });
  const [asking, setAsking] = useState<Asking>();
  const [failed, setFailed] = useState<unknown>();
  const query = useTenants(filter);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];

  const take = async (step: TenantStep, tenant: TenantView) => {
    if (step === 'suspend' || step === 'remove') return setAsking({ for: step, tenant });
    setFailed(undefined);
    try {
      const { name, kind } = tenant;
      const after = await (step === 'resume' ? change('POST', `/${tenant.id}/resume`) : change('POST', '', { id: tenant.id, name, kind }));
      announce(says.changed(after.name, says.states[after.state]));
    } catch (error) {
      setFailed(error);
    }
  };

  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        {rows.length > 0 && <CsvButton path={`/tenants.csv?${narrowed(filter)}`} name="organisations" list={says.title} />}
        <Button appearance="primary" icon={<Icon name="add" />} onClick={() => setAsking({ for: 'allow' })}>
          {says.allow}
        </Button>
      </div>
      <p className="quiet">{says.about}</p>
      <Filters onFilter={setFilter} />
      {failed !== undefined && <FailureView error={failed} />}
      {query.isPending && <RowsSkeleton />}
      {query.error && rows.length === 0 && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <Empty title={says.none} why={filter.q || filter.state ? says.noMatch : says.noneWhy} />}
      <ul className="records">
        {rows.map((tenant) => (
          <TenantRow
            key={tenant.id}
            tenant={tenant}
            onStep={(step) => void take(step, tenant)}
            onChange={() => setAsking({ for: 'change', tenant })}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {says.more}
        </Button>
      )}
      {asking && (
        <Suspense fallback={null}>
          {asking.for === 'remove' ? (
            <RemoveTenantDialog tenant={asking.tenant} onClose={() => setAsking(undefined)} />
          ) : (
            <TenantDialog asking={asking} onClose={() => setAsking(undefined)} />
          )}
        </Suspense>
      )}
    </div>
  );
}

const narrowed = ({ q, state }: TenantFilter) => new URLSearchParams({ ...(q && { q }), ...(state && { state }) });

function Filters({ onFilter }: { readonly onFilter: (filter: TenantFilter) => void }) {
  const { tenants: says } = useDesk().words.tab;
  const narrow = useCallback((q: string, state: TenantState | '') => onFilter({ q, state }), [onFilter]);
  return (
    <WordsAndState
      labels={{ words: says.search, state: says.state }}
      states={new Map<TenantState | '', string>([['', says.anyState], ...tenantStates.map((it) => [it, says.states[it]] as const)])}
      start=""
      onFilter={narrow}
    />
  );
}
