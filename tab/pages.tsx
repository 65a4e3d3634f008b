import { memo, Suspense } from 'react';
import { Boundary } from './components/boundary.tsx';
import { Empty } from './components/empty.tsx';
import { CardsSkeleton, FormSkeleton } from './components/skeletons.tsx';
import { CasesPage } from './pages/cases-page.tsx';
import {
  ChannelsPage,
  CreatePage,
  CustomersPage,
  DeliveriesPage,
  DraftPage,
  DraftsPage,
  FeedbackPage,
  IntegrationsPage,
  OrganisationPage,
  OutagePage,
  OutagesPage,
  PacksPage,
  PartnersPage,
  ProfilePage,
  RepliesPage,
  ReportsPage,
  RoomsPage,
  SetUpPage,
  TenantsPage,
} from './pieces.ts';
import type { ListRoute, Route } from './route.ts';
import { useShell } from './shell.tsx';

interface PagesProps {
  readonly route: Route;
  /** The list that stands beside an open case; absent for those who have none. */
  readonly list: ListRoute | undefined;
}

/** What the address names. */
export const Pages = memo(function Pages({ route, list }: PagesProps) {
  const { errors } = useShell().words.tab;
  // A list stays as it is while cases are opened and closed beside it.
  const showsCases = route.page === 'start' || route.page === 'list' || route.page === 'case';
  const number = route.page === 'case' ? route.number : undefined;
  return (
    <Boundary key={showsCases ? 'cases' : route.page}>
      <Suspense fallback={<div className="page">{route.page === 'new' ? <CardsSkeleton /> : <FormSkeleton />}</div>}>
        {showsCases && (list ? <CasesPage list={list.list} filter={list.filter} number={number} /> : <CasesPage number={number} />)}
        {route.page === 'new' && <CreatePage />}
        {route.page === 'drafts' && <DraftsPage />}
        {route.page === 'draft' && <DraftPage key={route.id} id={route.id} />}
        {route.page === 'profile' && <ProfilePage />}
        {route.page === 'deliveries' && <DeliveriesPage />}
        {route.page === 'organisation' && <OrganisationPage />}
        {route.page === 'rooms' && <RoomsPage />}
        {route.page === 'reports' && <ReportsPage />}
        {route.page === 'customers' && <CustomersPage />}
        {route.page === 'channels' && <ChannelsPage />}
        {route.page === 'feedback' && <FeedbackPage key={route.caseId} number={route.caseId} />}
        {route.page === 'replies' && <RepliesPage />}
        {route.page === 'outages' && <OutagesPage />}
        {route.page === 'outage' && <OutagePage key={route.id} id={route.id} />}
        {route.page === 'tenants' && <TenantsPage />}
        {route.page === 'integrations' && <IntegrationsPage />}
        {route.page === 'set-up' && <SetUpPage />}
        {route.page === 'packs' && <PacksPage />}
        {route.page === 'partners' && <PartnersPage />}
        {route.page === 'unknown' && <Empty title={errors.unknownPage} why={errors.unknownPageWhy} />}
      </Suspense>
    </Boundary>
  );
});
