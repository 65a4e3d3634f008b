import type { Feed } from '../app/ports.ts';
import { longestPreview } from '../domain/notice/activity.ts';
import { type Acting, outcomeOf } from './acting.ts';

/** Teams' activity feed: allowed by whoever installs the app, for themselves. */
export const graphFeed = (acting: Acting): Feed => ({
  async tell({ person, type, number, preview, link }, signal) {
    const acted = await acting(
      {
        tenantId: person.tenantId,
        scope: 'TeamsActivity.Send.User',
        path: `/users/${encodeURIComponent(person.personId)}/teamwork/sendActivityNotification`,
        contentType: 'application/json',
        body: JSON.stringify({
          topic: { source: 'text', value: number, webUrl: link },
          activityType: type,
          previewText: { content: preview.slice(0, longestPreview) },
          templateParameters: [{ name: 'number', value: number }],
        }),
      },
      signal,
    );
    const noConsent = acted.is === 'notAsked' && acted.why !== 'unreachable' && acted.why.is === 'noConsent';
    // F-18: not installed, or not allowed: nothing more until it is installed again.
    if (noConsent || (acted.is === 'answered' && (acted.status === 403 || acted.status === 404))) return { is: 'closed' };
    return outcomeOf(acted);
  },
});
