import * as z from 'zod';
import { DirectoryUnavailable } from '../app/faults.ts';
import type { ServiceAnnouncements } from '../app/ports.ts';
import { plainText } from '../domain/markup.ts';
import type { AnnouncementRead } from '../domain/outage/announcement.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Graph, Question } from './client.ts';

const line = z.string().transform((value) => value.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed());
const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());
const issue = z.object({
  id: z.string().max(50),
  service: line,
  title: line,
  startDateTime: instant,
});
type Issue = z.output<typeof issue>;

/** A post is a page of HTML at most; the rest stands at Microsoft. */
const longestPost = 8_000;
const itemBody = z
  .object({ content: z.string().nullable(), contentType: z.string().nullish() })
  .transform(({ content, contentType }) => legible(contentType === 'text' ? (content ?? '') : plainText(content ?? '')));
const told = z.object({
  id: z.string().max(50),
  isResolved: z.boolean(),
  posts: z.array(z.object({ createdDateTime: instant, description: itemBody })).nullish(),
});

const pageOf = (id: string): string => `https://admin.microsoft.com/Adminportal/Home#/servicehealth/:/alerts/${encodeURIComponent(id)}`;

const goingOn: Question<Issue> = {
  scope: 'ServiceHealth.Read.All',
  path: '/admin/serviceAnnouncement/issues?$filter=isResolved%20eq%20false&$select=id,service,title,startDateTime&$top=100',
  shape: issue,
};

const withPosts = (id: string): Question<z.output<typeof told>> => ({
  scope: 'ServiceHealth.Read.All',
  path: `/admin/serviceAnnouncement/issues/${encodeURIComponent(id)}`,
  shape: told,
});

/** Without the control characters that no text of the desk holds. */
const legible = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .trim()
    .slice(0, longestPost)
    .toWellFormed();

/** CS-12: what Microsoft announces to the operator's tenant, each time anew. */
export function graphAnnouncements(graph: Graph, operatorTenantId: string): ServiceAnnouncements {
  return {
    async issues() {
      const asked = await graph.list(operatorTenantId, goingOn);
      if (asked.ok)
        return ok(
          asked.value
            .map(({ startDateTime: since, ...rest }) => ({ ...rest, since, url: pageOf(rest.id) }))
            .sort((a, b) => b.since.localeCompare(a.since)),
        );
      if (asked.error.is === 'noConsent') return refuse('noConsent');
      throw new DirectoryUnavailable();
    },
    async issue(id): Promise<Result<AnnouncementRead, 'noConsent'>> {
      const asked = await graph.one(operatorTenantId, withPosts(id));
      if (asked.ok) return ok(announcementOf(asked.value));
      if (asked.error.is === 'noConsent') return refuse('noConsent');
      if (asked.error.is === 'notFound') return ok('gone');
      throw new DirectoryUnavailable();
    },
  };
}

const announcementOf = ({ id, isResolved: over, posts }: z.output<typeof told>): AnnouncementRead => ({
  ...{ id, over },
  posts: (posts ?? []).map(({ createdDateTime: at, description: text }) => ({ at, text })).filter(({ text }) => text !== ''),
});
