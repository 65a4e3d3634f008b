import type { FoundPerson } from './directory.ts';

/** Where something of a person is kept. */
export const personSections = [
  'directory',
  'profile',
  'confirmations',
  'notes',
  'drafts',
  'files',
  'cases',
  'entries',
  'following',
  'announcements',
  'feedback',
  'grants',
  'sessions',
  'mail',
  'machines',
  'audit',
] as const;
export type PersonSection = (typeof personSections)[number];

export interface PersonData {
  /** Rows of one section as they are to be handed out, at most 200; `next` is where to go on. */
  page(
    tenantId: string,
    personId: string,
    section: PersonSection,
    after: string,
  ): Promise<{ readonly rows: readonly unknown[]; readonly next: string | null }>;
  /** People of the tenant who stand anywhere in the desk, known to the directory or not; at most 20. */
  search(tenantId: string, words: string): Promise<readonly FoundPerson[]>;
  /** Whether a person stands anywhere in the tenant. */
  knows(tenantId: string, personId: string): Promise<boolean>;
}

/** What an erasure changed. */
export interface Erasure {
  /** Cases in which the name was replaced. */
  readonly cases: number;
  readonly auditRows: number;
  /** Rows of erasures that the person had asked for and that name them no more, with the digests of what they say now. */
  readonly restated: readonly { readonly seq: number; readonly digest: string }[];
}

/** In the tenant's transaction. @param addresses that the directory knows the person by, beside those that are kept */
export type ErasePerson = (
  personId: string,
  how: { readonly names: 'kept' | 'erased'; readonly addresses: readonly string[] },
) => Promise<Erasure>;
