import type { ListName } from './wire.ts';

export type ListState = 'open' | 'closed' | 'all';

/** What a list is narrowed to. */
export interface Filter {
  readonly state: ListState;
  readonly q: string;
  readonly country: string;
  readonly status: string;
  /** Id of an organisation, for whoever sees several’s. */
  readonly customer: string;
}

/** What is shown; the address names it, so that it can be sent. */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'list'; readonly list: ListName; readonly filter: Filter }
  | { readonly page: 'case'; readonly number: string }
  | { readonly page: 'print'; readonly number: string }
  | { readonly page: 'new' }
  | { readonly page: 'drafts' }
  | { readonly page: 'draft'; readonly id: string }
  | { readonly page: 'profile' }
  | { readonly page: 'organisation' }
  | { readonly page: 'rooms' }
  | { readonly page: 'reports' }
  | { readonly page: 'customers' }
  | { readonly page: 'channels' }
  | { readonly page: 'replies' }
  | { readonly page: 'outages' }
  | { readonly page: 'outage'; readonly id: string }
  | { readonly page: 'tenants' }
  | { readonly page: 'integrations' }
  | { readonly page: 'set-up' }
  | { readonly page: 'packs' }
  | { readonly page: 'partners' }
  | { readonly page: 'deliveries' }
  | { readonly page: 'feedback'; readonly caseId: string | null }
  | { readonly page: 'unknown' };

/** A list by itself, without a case. */
export type ListRoute = Extract<Route, { page: 'list' }>;

export const everything: Filter = { state: 'open', q: '', country: '', status: '', customer: '' };

const lists: Readonly<Record<ListName, true>> = {
  mine: true,
  waitingOnMe: true,
  company: true,
  followed: true,
  customers: true,
  queue: true,
  assignedToMe: true,
  unassigned: true,
  dueSoon: true,
  waiting: true,
};
const isList = (name: string): name is ListName => Object.hasOwn(lists, name);
const states: readonly string[] = ['open', 'closed', 'all'];

/** Reads `#/list/mine?state=all&q=port`, `#/case/CD-…`, and the same without `#/` as a Teams link carries it. */
export function readRoute(address: string): Route {
  const [path = '', query = ''] = address.replace(/^#?\/?/, '').split('?');
  const [page = '', raw = '', ...more] = path.split('/').filter(Boolean);
  const rest = decode(raw);
  const asked = new URLSearchParams(query);
  if (more.length > 0) return { page: 'unknown' };
  switch (page) {
    case '':
      return { page: 'start' };
    case 'list':
      return isList(rest) ? { page: 'list', list: rest, filter: readFilter(asked) } : { page: 'unknown' };
    case 'case':
    case 'print':
      return rest ? { page, number: rest } : { page: 'unknown' };
    case 'outage':
      return rest ? { page: 'outage', id: rest } : { page: 'unknown' };
    case 'draft':
      return rest ? { page: 'draft', id: rest } : { page: 'unknown' };
    case 'feedback':
      return { page, caseId: rest || null };
    case 'new':
    case 'drafts':
    case 'tenants':
    case 'integrations':
    case 'set-up':
    case 'packs':
    case 'partners':
    case 'profile':
    case 'organisation':
    case 'rooms':
    case 'reports':
    case 'customers':
    case 'channels':
    case 'replies':
    case 'outages':
    case 'deliveries':
      return { page };
    default:
      return { page: 'unknown' };
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

function readFilter(asked: URLSearchParams): Filter {
  const state = asked.get('state') ?? '';
  return {
    state: states.includes(state) ? (state as ListState) : 'open',
    q: (asked.get('q') ?? '').slice(0, 200),
    country: asked.get('country') ?? '',
    status: asked.get('status') ?? '',
    customer: asked.get('customer') ?? '',
  };
}

export function addressOf(route: Exclude<Route, { page: 'unknown' }>): string {
  switch (route.page) {
    case 'start':
      return '#/';
    case 'list': {
      const { state, q, country, status, customer } = route.filter;
      const query = new URLSearchParams({
        ...(state !== 'open' && { state }),
        ...(q && { q }),
        ...(country && { country }),
        ...(status && { status }),
        ...(customer && { customer }),
      }).toString();
      return `#/list/${route.list}${query ? `?${query}` : ''}`;
    }
    case 'case':
    case 'print':
      return `#/${route.page}/${encodeURIComponent(route.number)}`;
    case 'outage':
      return `#/outage/${encodeURIComponent(route.id)}`;
    case 'draft':
      return `#/draft/${encodeURIComponent(route.id)}`;
    case 'feedback':
      return route.caseId ? `#/feedback/${encodeURIComponent(route.caseId)}` : '#/feedback';
    default:
      return `#/${route.page}`;
  }
}

/** What is shown where nothing is named. */
export const firstList = (views: readonly ListName[]): ListRoute | undefined =>
  views[0] && { page: 'list', list: views[0], filter: everything };

/** Where a case is reached by whoever is sent a link to it (G-14); it leads here. */
export const addressOfCase = (number: string): string => `/case/${encodeURIComponent(number)}`;

/** A link that opens this place inside Teams. @param teams the origin of this cloud's Teams */
export function teamsLink({ appId, teams }: { readonly appId: string; readonly teams: string }, subPage: string): string {
  const context = subPage ? `?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}` : '';
  return `${teams}/l/entity/${encodeURIComponent(appId)}/desk${context}`;
}
