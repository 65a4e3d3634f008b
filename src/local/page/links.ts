export type Route =
  | { readonly view: 'chat' }
  | { readonly view: 'team' }
  | { readonly view: 'mail' }
  | { readonly view: 'app'; readonly page?: string; readonly sub?: string };

/** Where in the stand-in a Teams link to the app leads; `undefined` for any other address. */
export function routeOfLink(address: string): Route | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams } = new URL(address);
  if (hostname !== 'teams.microsoft.com' && hostname !== 'teams.cloud.microsoft') return undefined;
  const page = /^\/l\/entity\/[^/]+\/([^/]+)/.exec(pathname)?.[1];
  if (page === undefined) return undefined;
  const sub = subEntity(searchParams.get('context'));
  return { view: 'app', page: decodeURIComponent(page), ...(sub ? { sub } : {}) };
}

/** The link that Teams would make of a place in the app. */
export function linkOfRoute(appId: string, page: string, sub: string, label: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: sub }));
  return `https://teams.microsoft.com/l/entity/${appId}/${encodeURIComponent(page)}?label=${encodeURIComponent(label)}&context=${context}`;
}

function subEntity(context: string | null): string | undefined {
  try {
    const { subEntityId, subPageId } = JSON.parse(context ?? '{}') as { subEntityId?: string; subPageId?: string };
    return subEntityId ?? subPageId;
  } catch {
    return undefined;
  }
}

/** The stand-in's own addresses: `#/chat`, `#/team`, `#/mail`, `#/app?page=…&sub=…`. */
export function routeOfHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  if (path === 'team' || path === 'mail') return { view: path };
  if (path !== 'app') return { view: 'chat' };
  const asked = new URLSearchParams(query);
  const [page, sub] = [asked.get('page'), asked.get('sub')];
  return { view: 'app', ...(page ? { page } : {}), ...(sub ? { sub } : {}) };
}

export function hashOfRoute(route: Route): string {
  if (route.view !== 'app') return `#/${route.view}`;
  const query = new URLSearchParams({ ...(route.page ? { page: route.page } : {}), ...(route.sub ? { sub: route.sub } : {}) }).toString();
  return query ? `#/app?${query}` : '#/app';
}
