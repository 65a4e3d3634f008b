import { type Kysely, sql } from 'kysely';
import { StoreBusy } from '../app/faults.ts';
import type { Store } from '../app/ports.ts';
import { announcementsOf } from './announcements.ts';
import { auditOf } from './audit.ts';
import { type Bell, createBell } from './bell.ts';
import { casesOf } from './cases.ts';
import { contactsOf } from './contact-consents.ts';
import { deliveriesOf } from './deliveries.ts';
import { draftsOf } from './drafts.ts';
import { filesOf } from './files.ts';
import { followersOf } from './followers.ts';
import { grantsOf } from './grants.ts';
import { machinesOf } from './machines.ts';
import { mailRecipientsOf } from './mail-recipients.ts';
import { outagesOf } from './outages.ts';
import { outboxOf } from './outbox-queue.ts';
import { pacingOf } from './pacing.ts';
import { packsOf } from './packs.ts';
import { feedbackOf, notesOf } from './people.ts';
import { personDataOf } from './person-data.ts';
import { profilesOf } from './profiles.ts';
import { repliesOf } from './replies.ts';
import { reportsOf } from './reports.ts';
import { roomsOf } from './rooms.ts';
import { rulesOf } from './rules.ts';
import type { Database } from './schema.ts';
import { seenPeopleOf } from './seen-people.ts';
import { sessionsOf } from './sessions.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { asking, tenantTransaction } from './tenant-transaction.ts';
import { tenantsOf } from './tenants.ts';
import { timersOf } from './timers.ts';
import { within, withinAsking } from './transaction.ts';
import { webhooksOf } from './webhooks.ts';

/** The port of `app/ports.ts` over an open and migrated database. */
export const storeOver = (db: Kysely<Database>, close: () => Promise<void>, bell: Bell = createBell()): Store => ({
  inTenant: (tenantId, work) =>
    bell.ringAfter((queued) => within(db, { kind: 'tenant', tenantId }, (tx, now) => work(tenantTransaction(tx, tenantId, now, queued)))),
  inTenantAsking: (tenantId, ask, work) =>
    bell.ringAfter((queued) =>
      withinAsking(
        db,
        { kind: 'tenant', tenantId },
        (tx) => ask(asking(tx, tenantId)),
        (tx, now, asked) => work(tenantTransaction(tx, tenantId, now, queued), asked),
      ),
    ),
  cases: casesOf(db),
  drafts: draftsOf(db),
  files: filesOf(db),
  profiles: profilesOf(db),
  contacts: contactsOf(db),
  feedback: feedbackOf(db),
  notes: notesOf(db),
  people: seenPeopleOf(db),
  followers: followersOf(db),
  grants: grantsOf(db),
  rules: rulesOf(db),
  rooms: roomsOf(db),
  replies: repliesOf(db),
  reports: reportsOf(db),
  outages: outagesOf(db),
  announcements: announcementsOf(db),
  packs: packsOf(db),
  personData: personDataOf(db),
  audit: auditOf(db),
  tenants: tenantsOf(db),
  machines: machinesOf(db),
  sessions: sessionsOf(db),
  mailRecipients: mailRecipientsOf(db),
  outbox: outboxOf(db, bell),
  subscriptions: subscriptionsOf(db),
  pacing: pacingOf(db),
  webhooks: webhooksOf(db),
  deliveries: deliveriesOf(db),
  timers: timersOf(db),
  ready: async () => {
    try {
      await sql`select 1`.execute(db);
    } catch (fault) {
      throw new StoreBusy(fault);
    }
  },
  close,
});
