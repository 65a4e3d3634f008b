import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Status } from '../../domain/case/lifecycle.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { FormInput } from '../../domain/catalogue/field.ts';
import type { ContactConsent } from '../../domain/notice/contact.ts';
import type { ListName, Page } from '../views.ts';
import type { AskedContact, Confirmation } from './addresses.ts';
import type { FollowedAnnouncements } from './announcements.ts';
import type { AuditRow } from './audit.ts';
import type { Deliveries } from './deliveries.ts';
import type { FoundPerson } from './directory.ts';
import type { Followers } from './followers.ts';
import type { Grants } from './grants.ts';
import type { Machines } from './machines.ts';
import type { MailRecipients } from './mail-recipients.ts';
import type { Outages } from './outages.ts';
import type { Outbox } from './outbox.ts';
import type { Pacing } from './pacing.ts';
import type { Packs } from './packs.ts';
import type { PersonData } from './person-data.ts';
import type { CaseRow, Draft, Feedback, Profile, SeenPerson, StoredFile } from './records.ts';
import type { Replies } from './replies.ts';
import type { Reports } from './reports.ts';
import type { Rooms } from './rooms.ts';
import type { Rules } from './rules.ts';
import type { Sessions } from './sessions.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Tenants } from './tenants.ts';
import type { Timers } from './timers.ts';
import type { FirstQuestions, TenantTransaction } from './transaction.ts';
import type { Webhooks } from './webhooks.ts';

/** A customer at a desk where a partner acts for it. */
export interface Acting {
  readonly desk: DeskId;
  readonly tenantId: string;
}

/**
 * How far a question may look: one tenant; a partner's own and the cases it opened for those whom it acts for; or the desks an engineer works
 * for. The second lock is the database's own.
 */
export type Scope =
  | { readonly kind: 'tenant'; readonly tenantId: string }
  /** `byDomain`: desks at which what it filed by a customer's domain is its own to see (CS-3). */
  | { readonly kind: 'partner'; readonly tenantId: string; readonly acting: readonly Acting[]; readonly byDomain: readonly DeskId[] }
  | { readonly kind: 'desks'; readonly desks: readonly DeskId[] };

export interface ListQuery {
  readonly list: ListName;
  /** Whose list it is, for `mine`, `waitingOnMe`, `followed`, `assignedToMe`. */
  readonly personId: string;
  readonly state: 'open' | 'closed' | 'all';
  readonly words: string | null;
  readonly desk: DeskId | null;
  /** Cases of this tenant alone, for whoever sees several's. */
  readonly customer?: string | null;
  readonly country: string | null;
  readonly status: Status | null;
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

/** Where everything is kept. One implementation, over the embedded database or a server. */
export interface Store {
  inTenant<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** The same; `work` also gets the answer to what `ask` asks, which costs no wait of its own. */
  inTenantAsking<T, A>(
    tenantId: string,
    ask: (tx: FirstQuestions) => Promise<A>,
    work: (tx: TenantTransaction, asked: A) => Promise<T>,
  ): Promise<T>;
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
    /** Those of a case's events that have these numbers, oldest first. */
    eventsAt(
      scope: Scope,
      caseId: string,
      which: { readonly internal: boolean; readonly seqs: readonly number[] },
    ): Promise<readonly CaseEvent[]>;
    /** CS-10: cases on which a partner's escalation was marked improper since then, whichever customers' they are. */
    countImproper(partnerId: string, since: string): Promise<number>;
    countMine(scope: Exclude<Scope, { kind: 'desks' }>, personId: string): Promise<{ readonly open: number; readonly waiting: number }>;
  };
  readonly drafts: {
    list(tenantId: string, personId: string): Promise<readonly Draft[]>;
    find(tenantId: string, personId: string, id: string): Promise<Draft | undefined>;
    /** One's own draft of that id, or unsent of that case, stays as it is, where there is one. */
    insert(
      draft: Pick<Draft, 'id' | 'tenantId' | 'personId' | 'caseType' | 'onBehalfOf' | 'input'> &
        Partial<Pick<Draft, 'corrects' | 'filedByDomain'>>,
    ): Promise<Draft>;
    /** PN-13: the person's unsent correction of a case. */
    correcting(tenantId: string, personId: string, caseId: string): Promise<Draft | undefined>;
    /** PN-13: an unsent correction goes on from another version of its case; `undefined` where there is none. */
    rebase(tenantId: string, personId: string, id: string, version: number): Promise<Draft | undefined>;
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
    /** The code that waits to be typed, if one does. */
    confirmation(tenantId: string, personId: string): Promise<Confirmation | undefined>;
  };
  readonly contacts: {
    /** What is known of these addresses: those that were asked. */
    find(tenantId: string, addresses: readonly string[]): Promise<readonly ContactConsent[]>;
    /** Those of these addresses that stopped their mail by the link in it; lower case. */
    stopped(tenantId: string, addresses: readonly string[]): Promise<readonly string[]>;
    /** Looks across tenants, for one digest alone; a token that was used is not found. */
    byToken(tokenDigest: string): Promise<AskedContact | undefined>;
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
    /** Domains of the tenant's people, guests left out, at most 100. */
    domains(tenantId: string): Promise<readonly string[]>;
    /** Whoever of the tenant was seen last, guests left out. */
    lastOf(tenantId: string): Promise<SeenPerson | undefined>;
    /** Members whose name or address has every one of these words, by name, at most 20. */
    search(tenantId: string, words: string): Promise<readonly FoundPerson[]>;
    /** By name, at most 200. */
    withAppRole(tenantId: string, role: string): Promise<readonly SeenPerson[]>;
    /** Those with one of these directory roles when they were last seen; by name, at most 50. */
    withDirectoryRole(tenantId: string, templateIds: readonly string[]): Promise<readonly SeenPerson[]>;
  };
  readonly followers: Followers;
  readonly grants: Grants;
  readonly rules: Rules;
  readonly rooms: Rooms;
  readonly replies: Replies;
  readonly reports: Reports;
  readonly outages: Outages;
  readonly announcements: FollowedAnnouncements;
  readonly packs: Packs;
  readonly personData: PersonData;
  /** Rows after `after`, oldest first, at most 1,000. */
  readonly audit: { page(tenantId: string, after: number, limit: number): Promise<readonly AuditRow[]> };
  readonly tenants: Tenants;
  readonly machines: Machines;
  readonly sessions: Sessions;
  readonly mailRecipients: MailRecipients;
  readonly outbox: Outbox;
  readonly subscriptions: Subscriptions;
  readonly pacing: Pacing;
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly timers: Timers;
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
