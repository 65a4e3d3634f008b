import type { Links } from './turn.ts';

/** Links into the personal tab as Teams follows them. `desk` is the tab's id in the manifest. */
export const teamsLinks = (appId: string): Links => ({
  tab(subPage) {
    const context = subPage ? `?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}` : '';
    return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/desk${context}`;
  },
});
