import * as z from 'zod';
import { DirectoryUnavailable } from '../app/faults.ts';
import type { ServiceAnnouncements } from '../app/ports.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Graph, Question } from './client.ts';

const line = z.string().transform((value) => value.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed());
const issue = z.object({
  id: z.string().max(50),
  service: line,
  title: line,
  startDateTime: z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString()),
});
type Issue = z.output<typeof issue>;

const pageOf = (id: string): string => `https://admin.microsoft.com/Adminportal/Home#/servicehealth/:/alerts/${encodeURIComponent(id)}`;

const goingOn: Question<Issue> = {
  scope: 'ServiceHealth.Read.All',
  path: '/admin/serviceAnnouncement/issues?$filter=isResolved%20eq%20false&$select=id,service,title,startDateTime&$top=100',
  shape: issue,
};

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
  };
}
