import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Letter } from '../../domain/notice/letter.ts';
import type { Timer } from '../../domain/sla/timers.ts';
import type { ConfirmationChanges, ContactChanges, ProfileChanges } from './addresses.ts';
import type { AnnouncementChanges } from './announcements.ts';
import type { AuditEntry } from './audit.ts';
import type { DeliveryChanges } from './deliveries.ts';
import type { DomainQuestions } from './domain-questions.ts';
import type { FollowerChanges } from './followers.ts';
import type { GrantChanges } from './grants.ts';
import type { MachineChanges } from './machines.ts';
import type { MailAnswerChanges } from './mail-answers.ts';
import type { MailRecipientChanges } from './mail-recipients.ts';
import type { OutageChanges } from './outages.ts';
import type { OutboxEntry } from './outbox.ts';
import type { PackChanges } from './packs.ts';
import type { ErasePerson } from './person-data.ts';
import type { Draft, Feedback, Receipt, StoredFile } from './records.ts';
import type { ReplyChanges } from './replies.ts';
import type { RoomChanges } from './rooms.ts';
import type { RuleChanges } from './rules.ts';
import type { SubscriptionChanges } from './subscriptions.ts';
import type { TimerChanges } from './timers.ts';
import type { WebhookChanges } from './webhooks.ts';

/** What is written together with a new case. */
export interface Beginning {
  readonly events: readonly CaseEvent[];
  readonly notices: readonly OutboxEntry[];
  readonly audit: AuditEntry;
  /** What sending the same again is answered by: the draft it came from, or a key of the person's. */
  readonly answers: { readonly draftId: string; readonly digest: string } | Omit<Receipt, 'caseId'>;
  /** What a face wants to know about the person from then on. */
  readonly note: { readonly personId: string; readonly kind: string; readonly note: unknown } | undefined;
}

/** What is written together with a case that changed. */
export interface Change {
  readonly events: readonly CaseEvent[];
  readonly notices: readonly OutboxEntry[];
  /** Each takes the place of an earlier one of its kind. */
  readonly timers: readonly Timer[];
}

/** What one may ask first in a tenant's transaction, so that the question goes out together with its beginning. */
export interface FirstQuestions {
  /** Serialises on the key: a second caller with the same one waits for the first. */
  receipt(personId: string, key: string): Promise<Receipt | undefined>;
  /** The person's own draft, locked: what was made of it. */
  lockDraft(personId: string, id: string): Promise<Pick<Draft, 'sent'> | undefined>;
  /** The case, locked; `undefined` where the tenant has none of that id. */
  lockCase(id: string): Promise<Case | undefined>;
  readonly followers: Pick<FollowerChanges, 'of'>;
  readonly rules: Pick<RuleChanges, 'find'>;
}

/** Everything that changes, inside one transaction of one tenant. Locks are held to its end. */
export interface TenantTransaction extends FirstQuestions {
  /** The database's clock, ISO 8601 in UTC: the same throughout the transaction. */
  readonly now: string;
  /** The case with what begins with it: all of it. Where the number is taken, the transaction's work is done again: it is to name another one. */
  insertCase(case_: Case, begins?: Partial<Beginning>): Promise<void>;
  /** The case with what goes with its change: all of it. Fails, and writes nothing, where the version in the database is not that of `before`. */
  saveCase(before: Case, after: Case, change?: Partial<Change>): Promise<void>;
  /** Events after `seq`, oldest first, at most 100. */
  eventsAfter(caseId: string, seq: number): Promise<readonly CaseEvent[]>;
  appendAudit(entry: AuditEntry): Promise<void>;
  enqueue(entries: readonly OutboxEntry[]): Promise<void>;
  post(letter: Letter): Promise<void>;
  readonly deliveries: DeliveryChanges;
  readonly mailAnswers: MailAnswerChanges;
  readonly mailRecipients: MailRecipientChanges;
  saveReceipt(receipt: Receipt): Promise<void>;
  /** The owner's files of these ids that no case has taken up yet, locked, in the order asked. */
  lockFiles(ownerId: string, ids: readonly string[]): Promise<readonly StoredFile[]>;
  /** Files of this tenant that leave it for another's; locked before. */
  releaseFiles(ids: readonly string[]): Promise<void>;
  /** Files that come from another tenant with a case of this one. */
  keepFiles(files: readonly StoredFile[], caseId: string): Promise<void>;
  /** What was sent, where it became a case of another tenant: the draft, or the key, is used up. */
  answer(answers: Beginning['answers'], caseId: string): Promise<void>;
  /** CS-1: works for another tenant in the same transaction, bound to that one meanwhile. Nothing of this tenant's may be asked in there. */
  inTenant<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  attachFiles(ids: readonly string[], caseId: string, internal: boolean): Promise<void>;
  /** `false` where feedback of that id is there already. */
  insertFeedback(feedback: Omit<Feedback, 'at'>): Promise<boolean>;
  readonly followers: FollowerChanges;
  readonly grants: GrantChanges;
  readonly rules: RuleChanges;
  readonly rooms: RoomChanges;
  readonly replies: ReplyChanges;
  readonly outages: OutageChanges;
  readonly announcements: AnnouncementChanges;
  readonly packs: PackChanges;
  readonly erasePerson: ErasePerson;
  readonly profiles: ProfileChanges;
  readonly confirmations: ConfirmationChanges;
  readonly contacts: ContactChanges;
  readonly domains: DomainQuestions;
  readonly machines: MachineChanges;
  readonly subscriptions: SubscriptionChanges;
  readonly webhooks: WebhookChanges;
  readonly timers: TimerChanges;
}
