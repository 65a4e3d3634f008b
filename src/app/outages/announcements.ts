import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { heardBy } from '../../domain/outage/announcement.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { mayFileAt, servicesDesk } from '../health/health.ts';
import type { AnnouncementFollower, AuditEntry, ServiceIssue } from '../ports.ts';

type Followed = Pick<AnnouncementFollower, 'announcementId' | 'title'>;

/** CS-12: what Microsoft announces is followed as the desk's own outages are, until it is over or they say otherwise. */
export const followAnnouncement = (deps: Deps, by: Principal, id: string, follows: boolean): Promise<Result<{ title: string }, Refusal>> =>
  follows ? follow(deps, by, id) : unfollow(deps, by, id);

async function follow(deps: Deps, by: Principal, id: string): Promise<Result<{ title: string }, Refusal>> {
  const { health, store } = deps;
  const issue = await announced(deps, by, id);
  if (!health || !issue) return refuse({ code: 'notFound' });
  const read = await health.announcement(id);
  if (read === 'gone' || (read !== 'unreadable' && read.over)) return refuse({ code: 'notFound' });
  const begun = {
    personId: by.personId,
    announcementId: id,
    title: issue.title,
    toldThrough: read === 'unreadable' ? null : heardBy(read),
  };
  return store.inTenant(by.tenantId, async (tx) => {
    if (await tx.announcements.lock(by.personId, id)) return ok(issue);
    await tx.announcements.follow(begun, health.freshMs);
    await tx.appendAudit(auditOf(by, 'announcement.follow', begun));
    return ok(issue);
  });
}

/** Whoever may file nothing any more may still say that they want to hear no more. */
async function unfollow(deps: Deps, by: Principal, id: string): Promise<Result<{ title: string }, Refusal>> {
  const followed = await deps.store.inTenant(by.tenantId, async (tx) => {
    const held = await tx.announcements.lock(by.personId, id);
    if (!held) return undefined;
    await tx.announcements.unfollow(by.personId, id);
    await tx.appendAudit(auditOf(by, 'announcement.unfollow', held));
    return held;
  });
  const title = followed ?? (await announced(deps, by, id));
  return title ? ok(title) : refuse({ code: 'notFound' });
}

/** What Microsoft announces now, to whoever may know of it. */
const announced = async ({ health }: Deps, by: Principal, id: string): Promise<ServiceIssue | undefined> =>
  health && mayFileAt(by, servicesDesk) ? (await health.read()).issues.find((one) => one.id === id) : undefined;

const auditOf = (by: Principal, action: string, { announcementId, title }: Followed): AuditEntry => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action,
  outcome: 'done',
  caseId: null,
  details: { name: by.name, announcement: announcementId, title },
});
