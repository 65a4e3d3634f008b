import type { Principal } from '../domain/access/principal.ts';
import type { DelegatedRelationship } from '../domain/access/relationship.ts';
import type { Case } from '../domain/case/case.ts';
import type { CaseEvent, FileRef, PersonRef } from '../domain/case/events.ts';
import type { Status } from '../domain/case/lifecycle.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import type { FormInput } from '../domain/catalogue/field.ts';
import type { Locale } from '../domain/i18n/index.ts';
import type { Notice, Recipient } from '../domain/notice/audience.ts';
import type { Result } from '../domain/result.ts';
import type { ListName, Page } from './views.ts';

/** How far a question may look: one tenant, or the desks an engineer works for. The second lock is the database's own. */
export type Scope = { readonly kind: 'tenant'; readonly tenantId: string } | { readonly kind: 'desks'; readonly desks: readonly DeskId[] };

export interface ListQuery {
  readonly list: ListName;
  /** Whose list it is, for `mine`, `waitingOnMe`, `assignedToMe`. */
  readonly personId: string;
  readonly state: 'open' | 'closed' | 'all';
  readonly words: string | null;
  readonly desk: DeskId | null;
  readonly country: string | null;
  readonly status: Status | null;
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

/** The list's columns of a case. */
export type CaseRow = Omit<Case, 'description' | 'particulars' | 'contacts' | 'files'>;

/** A form begun: G-19. Its id is the nonce that makes sending it twice one case (F-2, F-3). */
export interface Draft {
  readonly id: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly caseType: string;
  readonly input: FormInput;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Once sent: the case, and a digest of what was sent. */
  readonly sent: { readonly caseId: string; readonly digest: string } | null;
}

/** A file somebody uploaded. It belongs to its owner alone until a case or a comment takes it up. */
export interface StoredFile extends FileRef {
  readonly tenantId: string;
  readonly ownerId: string;
  readonly caseId: string | null;
  /** Whether it came with an internal note. */
  readonly internal: boolean;
  readonly createdAt: string;
}

/** What a key was used for, so that the same again gets the same answer and anything else is refused (F-1, F-4). */
export interface Receipt {
  readonly personId: string;
  readonly key: string;
  readonly digest: string;
  readonly caseId: string;
}

/** One row of the audit trail. What may have to be erased stands in `details`, which the chain covers by a digest only (G-15). */
export interface AuditEntry {
  readonly actorTenantId: string;
  readonly actorId: string;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly caseId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A row of the trail as it stands in its chain (G-15). */
export interface AuditRow extends Omit<AuditEntry, 'details'> {
  /** Counts from 1 within the tenant, without a gap. */
  readonly seq: number;
  readonly at: string;
  readonly detailsDigest: string;
  /** The JSON to the letter, and the salt that its digest was made with; `null` once erased. */
  readonly details: { readonly text: string; readonly salt: string } | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** A notice to be delivered, committed with its change (G-12). `key` is unique in the tenant. */
export interface OutboxEntry {
  readonly key: string;
  readonly caseId: string;
  readonly seq: number;
  readonly to: Recipient;
  readonly how: Notice;
}

export interface Profile {
  readonly displayName: string | null;
  readonly email: string | null;
  /** A changed address until it is confirmed: PN-15. */
  readonly unconfirmedEmail: string | null;
  readonly phone: string | null;
  readonly locale: Locale | null;
  readonly timeZone: string | null;
  readonly notices: { readonly chat: boolean; readonly email: boolean };
}

export interface Feedback {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly caseId: string | null;
  readonly useful: boolean;
  readonly language: 'good' | 'fair' | 'poor' | null;
  readonly affectedBy: readonly string[];
  readonly words: string;
  readonly at: string;
}

/** A person as their token or Teams' roster has shown them. */
export interface SeenPerson {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly guest: boolean;
  readonly locale: string | null;
  /** Template ids of directory roles; `null` while only a roster has named them. */
  readonly directoryRoles: readonly string[] | null;
  /** Roles of this app that the operator has assigned. */
  readonly appRoles: readonly string[] | null;
}

/** Everything that changes, inside one transaction of one tenant. Locks are held to its end. */
export interface TenantTransaction {
  /** The database's clock, ISO 8601 in UTC: the same throughout the transaction. */
  readonly now: string;
  /** The case, locked; `undefined` where the tenant has none of that id. */
  lockCase(id: string): Promise<Case | undefined>;
  /** @param begins its first events, and their notices */
  insertCase(
    case_: Case,
    begins?: { readonly events: readonly CaseEvent[]; readonly notices: readonly OutboxEntry[] },
  ): Promise<'inserted' | 'numberTaken'>;
  /** Fails when the version in the database is not `expected`. */
  saveCase(case_: Case, expected: number): Promise<void>;
  appendEvents(caseId: string, events: readonly CaseEvent[]): Promise<void>;
  /** Events after `seq`, oldest first, at most 100. */
  eventsAfter(caseId: string, seq: number): Promise<readonly CaseEvent[]>;
  appendAudit(entry: AuditEntry): Promise<void>;
  enqueue(entries: readonly OutboxEntry[]): Promise<void>;
  /** Serialises on the key: a second caller with the same one waits for the first. */
  receipt(personId: string, key: string): Promise<Receipt | undefined>;
  saveReceipt(receipt: Receipt): Promise<void>;
  /** The person's own draft, locked. */
  lockDraft(personId: string, id: string): Promise<Draft | undefined>;
  markSent(draftId: string, sent: { caseId: string; digest: string }): Promise<void>;
  /** The owner's files of these ids that no case has taken up yet, locked, in the order asked. */
  lockFiles(ownerId: string, ids: readonly string[]): Promise<readonly StoredFile[]>;
  attachFiles(ids: readonly string[], caseId: string, internal: boolean): Promise<void>;
  /** `false` where feedback of that id is there already. */
  insertFeedback(feedback: Omit<Feedback, 'at'>): Promise<boolean>;
  saveNote(personId: string, kind: string, note: unknown): Promise<void>;
}

/** Where everything is kept. One implementation, over the embedded database or a server. */
export interface Store {
  inTenant<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  readonly cases: {
    list(scope: Scope, query: ListQuery): Promise<Page<CaseRow>>;
    /** By id or by number; with the last hundred events that `internal` allows, oldest first. */
    find(scope: Scope, ref: { readonly id: string } | { readonly number: string }): Promise<Case | undefined>;
    timeline(
      scope: Scope,
      caseId: string,
      page: { readonly internal: boolean; readonly before: number | null; readonly limit: number },
    ): Promise<{
      readonly events: readonly CaseEvent[];
      readonly earlier: number;
    }>;
    countMine(tenantId: string, personId: string): Promise<{ readonly open: number; readonly waiting: number }>;
  };
  readonly drafts: {
    list(tenantId: string, personId: string): Promise<readonly Draft[]>;
    find(tenantId: string, personId: string, id: string): Promise<Draft | undefined>;
    insert(draft: Pick<Draft, 'id' | 'tenantId' | 'personId' | 'caseType' | 'input'>): Promise<Draft>;
    /** Replaces the input of an unsent draft; `undefined` where there is none. */
    save(tenantId: string, personId: string, id: string, input: FormInput): Promise<Draft | undefined>;
    remove(tenantId: string, personId: string, id: string): Promise<void>;
  };
  readonly files: {
    insert(file: Omit<StoredFile, 'createdAt' | 'caseId' | 'internal'>): Promise<void>;
    /** One's own, not taken up yet. */
    findOwn(tenantId: string, ownerId: string, ids: readonly string[]): Promise<readonly StoredFile[]>;
    findOfCase(scope: Scope, caseId: string, fileId: string): Promise<StoredFile | undefined>;
    removeOwn(tenantId: string, ownerId: string, id: string): Promise<void>;
    countOwn(tenantId: string, ownerId: string): Promise<number>;
  };
  readonly profiles: {
    find(tenantId: string, personId: string): Promise<Profile | undefined>;
    save(tenantId: string, personId: string, profile: Profile): Promise<void>;
  };
  readonly feedback: { list(tenantId: string, limit: number): Promise<readonly Feedback[]> };
  /** Small notes a face keeps about one person: what is open in the chat, where the bot is installed. JSON, at most 10 kB. */
  readonly notes: {
    find(tenantId: string, personId: string, kind: string): Promise<unknown>;
    save(tenantId: string, personId: string, kind: string, note: unknown): Promise<void>;
  };
  readonly people: {
    find(tenantId: string, id: string): Promise<SeenPerson | undefined>;
    /** Roles that are `null` leave those kept before. */
    save(person: SeenPerson): Promise<void>;
    /** Whoever of the tenant was seen last, guests left out. */
    lastOf(tenantId: string): Promise<SeenPerson | undefined>;
    /** By name, at most 200. */
    withAppRole(tenantId: string, role: string): Promise<readonly SeenPerson[]>;
  };
  /** Rows after `after`, oldest first, at most 1,000. */
  readonly audit: { page(tenantId: string, after: number, limit: number): Promise<readonly AuditRow[]> };
  /** Throws where the database does not answer. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Where contents of files are kept, by their digest. */
export interface Blobs {
  /**
   * Stores a stream of at most `max` bytes; nothing is left behind when it breaks off or is larger.
   * @returns SHA-256 in hex and size in bytes, or `tooLarge`
   */
  put(content: AsyncIterable<Uint8Array>, max: number): Promise<{ readonly sha256: string; readonly size: number } | 'tooLarge'>;
  read(sha256: string): Promise<Uint8Array>;
  stream(sha256: string): AsyncIterable<Uint8Array>;
}

/** A person as the directory knows them, before their own profile is laid over. */
export type Person = Omit<Principal, 'locale' | 'timeZone'> & { readonly locale: Locale; readonly timeZone: string };

/**
 * Who people are and what they may: from Microsoft's directory, or the sample organisations. Where it has to ask and gets no answer,
 * it throws DirectoryUnavailable.
 */
export interface Directory {
  /** Tells a directory that has no other source of a person it has just been shown. */
  seen?(person: SeenPerson): Promise<void>;
  person(tenantId: string, personId: string): Promise<Person | undefined>;
  tenantName(tenantId: string): Promise<string>;
  /** Engineers and leads of a desk, by name, at most 200. */
  engineers(desk: DeskId): Promise<readonly PersonRef[]>;
}

/**
 * Partners' delegated rights over their customers, asked of Microsoft each time and never remembered: CS-2, F-31. `noConsent` where the
 * partner has not let the desk read them.
 *
 * @throws DirectoryUnavailable
 */
export interface Relationships {
  /** CS-1: the customers of a partner whose relationship stands now, by name, each once. */
  customersOf(partnerTenantId: string): Promise<Result<readonly DelegatedRelationship['customer'][], 'noConsent'>>;
  /** Every relationship between the two, with what this person of the partner was assigned in those that stand. `actingFor` judges them. */
  between(
    partner: { readonly tenantId: string; readonly personId: string },
    customerTenantId: string,
  ): Promise<Result<readonly DelegatedRelationship[], 'noConsent'>>;
}
