import type { Case } from '../../domain/case/case.ts';
import type { FileRef } from '../../domain/case/events.ts';
import type { FormInput } from '../../domain/catalogue/field.ts';
import type { Locale } from '../../domain/i18n/index.ts';
import type { Choices } from '../../domain/notice/choices.ts';
import type { Quiet } from '../../domain/notice/quiet.ts';
import type { Summary } from '../../domain/notice/summary-days.ts';

/** The list's columns of a case. */
export type CaseRow = Omit<Case, 'description' | 'particulars' | 'filed' | 'contacts' | 'files' | 'targetFrom' | 'support' | 'improper'>;

/** A form begun: G-19. Its id is the nonce that makes sending it twice one case (F-2, F-3). */
export interface Draft {
  readonly id: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly caseType: string;
  /** The tenant it is for; `null`: the person's own. */
  readonly onBehalfOf: string | null;
  /** CS-3: by which domain of that tenant, where it is filed as an exception. */
  readonly filedByDomain: string | null;
  /** PN-13: the case that it corrects, as of the version its person saw; `null`: it becomes a case of its own. */
  readonly corrects: { readonly caseId: string; readonly version: number } | null;
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

export interface Profile {
  readonly displayName: string | null;
  readonly email: string | null;
  /** A changed address until it is confirmed: PN-15. */
  readonly unconfirmedEmail: string | null;
  readonly phone: string | null;
  readonly locale: Locale | null;
  readonly timeZone: string | null;
  readonly notices: Choices;
  /** Left out: nothing was ever said of it. */
  readonly quiet?: Quiet;
  readonly summary?: Summary | null;
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
