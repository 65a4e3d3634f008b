import { type Kysely, sql } from 'kysely';
import { StoreBusy } from '../app/faults.ts';
import type { Store } from '../app/ports.ts';
import { auditOf } from './audit.ts';
import { casesOf } from './cases.ts';
import { draftsOf } from './drafts.ts';
import { filesOf } from './files.ts';
import { feedbackOf, notesOf, profilesOf } from './people.ts';
import type { Database } from './schema.ts';
import { seenPeopleOf } from './seen-people.ts';
import { tenantTransaction } from './tenant-transaction.ts';
import { within } from './transaction.ts';

/** The port of `app/ports.ts` over an open and migrated database. */
export const storeOver = (db: Kysely<Database>, close: () => Promise<void>): Store => ({
  inTenant: (tenantId, work) => within(db, { kind: 'tenant', tenantId }, (tx, now) => work(tenantTransaction(tx, tenantId, now))),
  cases: casesOf(db),
  drafts: draftsOf(db),
  files: filesOf(db),
  profiles: profilesOf(db),
  feedback: feedbackOf(db),
  notes: notesOf(db),
  people: seenPeopleOf(db),
  audit: auditOf(db),
  ready: async () => {
    try {
      await sql`select 1`.execute(db);
    } catch (fault) {
      throw new StoreBusy(fault);
    }
  },
  close,
});
