import type { TenantTransaction } from '../app/ports.ts';
import type { Case } from '../domain/case/case.ts';
import { appendAudit } from './audit.ts';
import { addWords, insertCase, lockCase, saveCase } from './cases.ts';
import { lockDraft, markSent } from './drafts.ts';
import { appendEvents, eventsAfter } from './events.ts';
import { attachFiles, lockFiles } from './files.ts';
import { enqueue } from './outbox.ts';
import { insertFeedback, saveNote } from './people.ts';
import { findReceipt, saveReceipt } from './receipts.ts';
import type { Tx } from './transaction.ts';

/** What may be changed for one tenant, bound to its transaction: no question in here can be asked about another one. */
export function tenantTransaction(tx: Tx, tenantId: string, now: string): TenantTransaction {
  const locked = new Map<string, Case>();
  return {
    now,
    lockCase: async (id) => {
      const case_ = await lockCase(tx, tenantId, id);
      if (case_) locked.set(case_.id, case_);
      return case_;
    },
    insertCase: (case_, begins = { events: [], notices: [] }) => insertCase(tx, ofTenant(case_, tenantId), begins),
    saveCase: (case_, expected) => saveCase(tx, ofTenant(case_, tenantId), expected, locked.get(case_.id)),
    appendEvents: async (caseId, events) => {
      await appendEvents(tx, tenantId, caseId, events);
      await addWords(tx, tenantId, caseId, events);
    },
    eventsAfter: (caseId, seq) => eventsAfter(tx, tenantId, caseId, seq),
    appendAudit: (entry) => appendAudit(tx, tenantId, now, entry),
    enqueue: (entries) => enqueue(tx, tenantId, entries),
    receipt: (personId, key) => findReceipt(tx, tenantId, personId, key),
    saveReceipt: (receipt) => saveReceipt(tx, tenantId, receipt),
    lockDraft: (personId, id) => lockDraft(tx, tenantId, personId, id),
    markSent: (draftId, sent) => markSent(tx, tenantId, draftId, sent),
    lockFiles: (ownerId, ids) => lockFiles(tx, tenantId, ownerId, ids),
    attachFiles: (ids, caseId, internal) => attachFiles(tx, tenantId, ids, caseId, internal),
    insertFeedback: (feedback) => insertFeedback(tx, tenantId, feedback),
    saveNote: (personId, kind, note) => saveNote(tx, tenantId, now, { personId, kind, note }),
  };
}

function ofTenant(case_: Case, tenantId: string): Case {
  if (case_.tenantId !== tenantId) throw new TypeError('a case of another tenant in this tenant’s transaction');
  return case_;
}
