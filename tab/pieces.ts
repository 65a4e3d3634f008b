import { lazy } from 'react';
import { pageWordsHere } from './words.ts';

/** A part that comes together with the words of pages. */
const withWords =
  <M>(load: () => Promise<M>) =>
  async (): Promise<M> =>
    (await Promise.all([load(), pageWordsHere()]))[0];

/** What the first view does not need. */
const pieces = {
  create: withWords(() => import('./pages/create-page.tsx')),
  drafts: withWords(() => import('./pages/drafts-page.tsx')),
  draft: withWords(() => import('./form/draft-page.tsx')),
  profile: withWords(() => import('./pages/profile-page.tsx')),
  deliveries: withWords(() => import('./pages/deliveries-page.tsx')),
  organisation: withWords(() => import('./pages/organisation-page.tsx')),
  rooms: withWords(() => import('./pages/rooms-page.tsx')),
  reports: withWords(() => import('./pages/reports-page.tsx')),
  customers: withWords(() => import('./pages/customers-page.tsx')),
  channels: withWords(() => import('./pages/channels-page.tsx')),
  replies: withWords(() => import('./pages/replies-page.tsx')),
  outages: withWords(() => import('./pages/outages-page.tsx')),
  outage: withWords(() => import('./pages/outage-page.tsx')),
  feedback: withWords(() => import('./pages/feedback-page.tsx')),
  tenants: withWords(() => import('./pages/tenants-page.tsx')),
  integrations: withWords(() => import('./pages/integrations-page.tsx')),
  setUp: withWords(() => import('./pages/set-up-page.tsx')),
  packs: withWords(() => import('./pages/packs-page.tsx')),
  partners: withWords(() => import('./pages/partners-page.tsx')),
  keys: withWords(() => import('./components/keys-dialog.tsx')),
  print: withWords(() => import('./pages/print-page.tsx')),
  case: withWords(() => import('./components/case-pane.tsx')),
  batch: withWords(() => import('./components/batch-bar.tsx')),
  action: withWords(() => import('./components/action-dialog.tsx')),
};

/** Windows that are shown for a moment, if at all. */
export const ReturnedPage = lazy(() => import('./pages/returned.tsx').then((m) => ({ default: m.ReturnedPage })));
export const LateNotices = lazy(() => withWords(() => import('./components/late-notices.tsx'))().then((m) => ({ default: m.LateNotices })));
export const ConsentAsk = lazy(() => import('./components/consent-ask.tsx').then((m) => ({ default: m.ConsentAsk })));

export const CustomerFilter = lazy(() =>
  withWords(() => import('./components/customer-filter.tsx'))().then((m) => ({ default: m.CustomerFilter })),
);

export const CreatePage = lazy(() => pieces.create().then((m) => ({ default: m.CreatePage })));
export const DraftsPage = lazy(() => pieces.drafts().then((m) => ({ default: m.DraftsPage })));
export const DraftPage = lazy(() => pieces.draft().then((m) => ({ default: m.DraftPage })));
export const ProfilePage = lazy(() => pieces.profile().then((m) => ({ default: m.ProfilePage })));
export const DeliveriesPage = lazy(() => pieces.deliveries().then((m) => ({ default: m.DeliveriesPage })));
export const OrganisationPage = lazy(() => pieces.organisation().then((m) => ({ default: m.OrganisationPage })));
export const RoomsPage = lazy(() => pieces.rooms().then((m) => ({ default: m.RoomsPage })));
export const ReportsPage = lazy(() => pieces.reports().then((m) => ({ default: m.ReportsPage })));
export const CustomersPage = lazy(() => pieces.customers().then((m) => ({ default: m.CustomersPage })));
export const ChannelsPage = lazy(() => pieces.channels().then((m) => ({ default: m.ChannelsPage })));
export const RepliesPage = lazy(() => pieces.replies().then((m) => ({ default: m.RepliesPage })));
export const OutagesPage = lazy(() => pieces.outages().then((m) => ({ default: m.OutagesPage })));
export const OutagePage = lazy(() => pieces.outage().then((m) => ({ default: m.OutagePage })));
export const FeedbackPage = lazy(() => pieces.feedback().then((m) => ({ default: m.FeedbackPage })));
export const TenantsPage = lazy(() => pieces.tenants().then((m) => ({ default: m.TenantsPage })));
export const IntegrationsPage = lazy(() => pieces.integrations().then((m) => ({ default: m.IntegrationsPage })));
export const SetUpPage = lazy(() => pieces.setUp().then((m) => ({ default: m.SetUpPage })));
export const PrintPage = lazy(() => pieces.print().then((m) => ({ default: m.PrintPage })));
export const PacksPage = lazy(() => pieces.packs().then((m) => ({ default: m.PacksPage })));
export const PartnersPage = lazy(() => pieces.partners().then((m) => ({ default: m.PartnersPage })));
export const KeysDialog = lazy(() => pieces.keys().then((m) => ({ default: m.KeysDialog })));
export const CasePane = lazy(() => pieces.case().then((m) => ({ default: m.CasePane })));
export const ActionDialog = lazy(() => pieces.action().then((m) => ({ default: m.ActionDialog })));
export const BatchBar = lazy(() => pieces.batch().then((m) => ({ default: m.BatchBar })));

/** Milliseconds after which the page has long been drawn. */
const later = 5_000;
/** Milliseconds without a press or a key after which somebody reads, or is gone. */
const quiet = 2_000;

/**
 * Fetches the rest while nobody presses anything: then a press shows it at once, and it is there when the network is not. A piece takes the page a
 * moment to take in, for which a press would have to wait.
 *
 * @returns how to stop
 */
export function fetchPieces(): () => void {
  const rest = Object.values(pieces);
  const stopping = new AbortController();
  const { signal } = stopping;
  let notBefore = performance.now() + later;
  const pressed = () => {
    notBefore = Math.max(notBefore, performance.now() + quiet);
  };
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, pressed, { signal, capture: true, passive: true });
  const fetchNext = async () => {
    const early = Math.max(0, notBefore - performance.now());
    if (early === 0)
      await rest
        .shift()?.()
        .catch(() => undefined);
    if (rest.length > 0 && !signal.aborted) setTimeout(fetchNext, early);
    else stopping.abort();
  };
  setTimeout(fetchNext, later);
  return () => stopping.abort();
}
