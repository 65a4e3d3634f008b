import type { FirstQuestions, TenantTransaction } from '../app/ports.ts';
import type { Case } from '../domain/case/case.ts';
import { announcementChanges } from './announcements.ts';
import { appendAudit } from './audit.ts';
import { insertCase } from './begin-case.ts';
import type { Queued } from './bell.ts';
import { lockCase } from './cases.ts';
import { saveCase } from './change-case.ts';
import { confirmationChanges } from './confirmations.ts';
import { contactChanges } from './contact-consents.ts';
import { deliveryChanges } from './deliveries.ts';
import { domainQuestions } from './domain-questions.ts';
import { lockDraft, markSent } from './drafts.ts';
import { bindTo } from './entry.ts';
import { eventsAfter } from './events.ts';
import { attachFiles, keepFiles, lockFiles, releaseFiles } from './files.ts';
import { followerChanges, followersAsked } from './followers.ts';
import { grantChanges } from './grants.ts';
import { machineChanges } from './machines.ts';
import { mailAnswerChanges } from './mail-answers.ts';
import { mailRecipientChanges } from './mail-recipients.ts';
import { outageChanges } from './outages.ts';
import { enqueue, post } from './outbox.ts';
import { packChanges } from './packs.ts';
import { insertFeedback } from './people.ts';
import { erasePersonIn } from './person-data.ts';
import { profileChanges } from './profiles.ts';
import { findReceipt, saveReceipt } from './receipts.ts';
import { replyChanges } from './replies.ts';
import { roomChanges } from './room-changes.ts';
import { ruleChanges, rulesAsked } from './rules.ts';
import { subscriptionChanges } from './subscriptions.ts';
import { timerChanges } from './timers.ts';
import type { Tx } from './transaction.ts';
import { webhookChanges } from './webhooks.ts';

/**
 * What may be changed for one tenant, bound to its transaction: no question in here can be asked about another one.
 *
 * @param queued told of whatever is to be delivered once it is committed
 */
export function tenantTransaction(tx: Tx, tenantId: string, now: string, queued: Queued): TenantTransaction {
  return {
    now,
    insertCase: (case_, begins = {}) => insertCase(ofTenant(case_, tenantId), begins, now, queued),
    saveCase: (before, after, change = {}) => saveCase(before, ofTenant(after, tenantId), change, queued),
    eventsAfter: (caseId, seq) => eventsAfter(tx, tenantId, caseId, seq),
    appendAudit: (entry) => appendAudit(tenantId, now, entry),
    enqueue: (entries) => {
      queued(entries.map(({ channel }) => channel));
      return enqueue(tx, tenantId, entries);
    },
    post: (letter) => {
      queued(['email']);
      return post(tx, tenantId, letter);
    },
    deliveries: deliveryChanges(tx, tenantId, queued),
    mailAnswers: mailAnswerChanges(tx, tenantId, now),
    mailRecipients: mailRecipientChanges(tx, tenantId, now),
    ...asking(tx, tenantId),
    saveReceipt: (receipt) => saveReceipt(tenantId, receipt),
    lockFiles: (ownerId, ids) => lockFiles(tx, tenantId, ownerId, ids),
    releaseFiles: (ids) => releaseFiles(tx, tenantId, ids),
    keepFiles: (files, caseId) => keepFiles(tx, tenantId, files, caseId),
    answer: (answers, caseId) =>
      'draftId' in answers
        ? markSent(tx, tenantId, answers.draftId, { caseId, digest: answers.digest })
        : saveReceipt(tenantId, { ...answers, caseId }),
    inTenant: async (other, work) => {
      await tx.executeQuery(bindTo(other));
      const done = await work(tenantTransaction(tx, other, now, queued));
      await tx.executeQuery(bindTo(tenantId));
      return done;
    },
    attachFiles: (ids, caseId, internal) => attachFiles(tx, tenantId, ids, caseId, internal),
    insertFeedback: (feedback) => insertFeedback(tx, tenantId, feedback),
    followers: followerChanges(tx, tenantId, now),
    grants: grantChanges(tx, tenantId, now),
    rules: ruleChanges(tx, tenantId, now),
    rooms: roomChanges(tx, tenantId, now),
    replies: replyChanges(tx, tenantId, now),
    outages: outageChanges(tx, tenantId, now),
    announcements: announcementChanges(tx, tenantId, now),
    packs: packChanges(tx, tenantId, now),
    erasePerson: erasePersonIn(tx, tenantId),
    profiles: profileChanges(tx, tenantId, now),
    confirmations: confirmationChanges(tx, tenantId, now),
    contacts: contactChanges(tx, tenantId, now),
    domains: domainQuestions(tx, tenantId, now),
    machines: machineChanges(tx, tenantId, now),
    subscriptions: subscriptionChanges(tx, tenantId, now),
    webhooks: webhookChanges(tx, tenantId, now),
    timers: timerChanges(tx, tenantId),
  };
}

/** What may be asked before the database's clock is known. */
export const asking = (tx: Tx, tenantId: string): FirstQuestions => ({
  receipt: (personId, key) => findReceipt(tx, tenantId, personId, key),
  lockDraft: (personId, id) => lockDraft(tx, tenantId, personId, id),
  lockCase: (id) => lockCase(tx, tenantId, id),
  followers: followersAsked(tx, tenantId),
  rules: rulesAsked(tx, tenantId),
});

function ofTenant(case_: Case, tenantId: string): Case {
  if (case_.tenantId !== tenantId) throw new TypeError('a case of another tenant in this tenant’s transaction');
  return case_;
}
