import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { formatDay } from '../../src/domain/time/format.ts';
import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { useTitleFocus } from '../use-title-focus.ts';
import type { PartnerView } from '../wire.ts';
import { usePartners } from './partner-queries.ts';

const PartnerDialog = lazy(() => import('./partner-dialog.tsx').then((m) => ({ default: m.PartnerDialog })));
const PlanDialog = lazy(() => import('./plan-dialog.tsx').then((m) => ({ default: m.PlanDialog })));

/** CS-3, CS-5, CS-10: what the desk has on record of one's own organisation; for a lead of every partner. */
export function PartnersPage() {
  const { me, words } = useDesk();
  const { partners: says } = words;
  const title = useTitleFocus();
  const [changing, change] = useState<PartnerView>();
  const [planning, plan] = useState<PartnerView>();
  const query = usePartners();
  const manages = me.partners === 'manages';
  const name = says.nav[manages ? 'manages' : 'own'];
  const partners = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {name}
        </h1>
        {partners.length > 0 && <CsvButton path="/partners.csv" name="partners" list={name} />}
      </div>
      <p className="quiet">{manages ? says.aboutAll : says.aboutOwn}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && partners.length === 0 && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && partners.length === 0 && !query.hasNextPage && <Empty title={says.none} why={says.noneWhy} />}
      <ul className="records">
        {partners.map((partner) => (
          <PartnerRow
            key={partner.tenant.id}
            partner={partner}
            acts={manages ? { onChange: () => change(partner), onPlan: () => plan(partner) } : undefined}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {says.more}
        </Button>
      )}
      <Suspense fallback={null}>
        {changing && <PartnerDialog partner={changing} onClose={() => change(undefined)} />}
        {planning && <PlanDialog partner={planning} onClose={() => plan(undefined)} />}
      </Suspense>
    </div>
  );
}

interface RowProps {
  readonly partner: PartnerView;
  /** For a lead. */
  readonly acts: { readonly onChange: () => void; readonly onPlan: () => void } | undefined;
}

function PartnerRow({ partner, acts }: RowProps) {
  const { words, locale } = useDesk();
  const { partners: says } = words;
  const { tenant, contract, provider, azureGrants, supportGroup, escalations } = partner;
  const { plan } = escalations;
  const planned = plan
    ? says[plan.overdue ? 'planOverdue' : 'planDue'](says.planStates[plan.state], formatDay(plan.dueDay, locale))
    : says.noPlan;
  const covered = contract
    ? says[contract.ended ? 'ended' : 'until'](says.levels[contract.level], formatDay(contract.lastDay, locale))
    : says.noContract;
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ') || says.nobody;
  const facts = [
    [says.contract, covered],
    [says.provider, provider?.name ?? says.direct],
    ...(provider ? [[says.azureGrants, names(azureGrants)]] : []),
    ...(provider || supportGroup.length > 0 ? [[says.supportGroup, names(supportGroup)]] : []),
    [says.improper, escalations.improper.toLocaleString(locale)],
    [says.plan, planned],
  ];
  return (
    <li className="record">
      <div className="record-what">
        <strong dir="auto">{tenant.name}</strong>
        {facts.map(([label, value]) => (
          <span key={label} dir="auto">
            <span className="quiet">{label}</span> · {value}
          </span>
        ))}
        {plan && (
          <p className="written" dir="auto">
            {plan.text}
          </p>
        )}
        {escalations.proposed && <p>{says.proposed}</p>}
      </div>
      {acts && (
        <div className="record-acts">
          <Button size="small" aria-label={says.changeOf(tenant.name)} onClick={acts.onChange}>
            {says.change}
          </Button>
          <Button
            size="small"
            appearance={escalations.proposed ? 'primary' : 'secondary'}
            aria-label={`${says[plan ? 'changePlan' : 'askPlan']}: ${tenant.name}`}
            onClick={acts.onPlan}
          >
            {says[plan ? 'changePlan' : 'askPlan']}
          </Button>
        </div>
      )}
    </li>
  );
}
