import type { Links } from './turn.ts';

/** Links into the personal tab as Teams follows them. `desk` is the tab's id in the manifest. @param teams the cloud's Teams */
export const teamsLinks = (appId: string, teams: string): Links => ({
  tab(subPage) {
    const context = subPage ? `?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}` : '';
    return `${teams}/l/entity/${encodeURIComponent(appId)}/desk${context}`;
  },
});
