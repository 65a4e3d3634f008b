import type { OwnLinks } from './turn.ts';

/**
 * Links into the personal tab as Teams follows them, and those that people paste. `desk` is the tab's id in the manifest.
 *
 * @param teams the cloud's Teams
 * @param deskUrl where the desk itself is reached
 */
export const teamsLinks = (appId: string, teams: string, deskUrl: () => string): OwnLinks => ({
  tab(subPage) {
    const context = subPage ? `?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}` : '';
    return `${teams}/l/entity/${encodeURIComponent(appId)}/desk${context}`;
  },
  caseIn(address) {
    if (!URL.canParse(address)) return undefined;
    const url = new URL(address);
    if (URL.canParse(deskUrl()) && url.origin === new URL(deskUrl()).origin) return caseOfPage(url);
    const inTeams =
      [new URL(teams).host, ...alsoTeams].includes(url.host) && url.pathname === `/l/entity/${encodeURIComponent(appId)}/desk`;
    return inTeams ? caseOfContext(url.searchParams.get('context')) : undefined;
  },
});

/** Where the same Teams is also reached. */
const alsoTeams = ['teams.microsoft.com', 'teams.cloud.microsoft'];

const caseOfPage = ({ pathname, hash }: URL): string | undefined => {
  if (pathname.startsWith('/case/')) return caseOfPlace(pathname.slice(1));
  return /^\/tab\/?$/.test(pathname) ? caseOfPlace(hash.replace(/^#\/?/, '')) : undefined;
};

function caseOfContext(context: string | null): string | undefined {
  try {
    const { subEntityId, subPageId } = JSON.parse(context ?? '') as { readonly subEntityId?: unknown; readonly subPageId?: unknown };
    const place = subPageId ?? subEntityId;
    return typeof place === 'string' ? caseOfPlace(place) : undefined;
  } catch {
    return undefined;
  }
}

function caseOfPlace(place: string): string | undefined {
  const named = /^case\/([\w%.-]{1,100})$/.exec(place)?.[1];
  try {
    return named && decodeURIComponent(named);
  } catch {
    return undefined;
  }
}
