import type { PartnerNeed } from '../access/partner-record.ts';
import type { RoomRef } from '../room/room.ts';
import type { CountryTraits } from './countries.ts';

interface Declared {
  readonly id: string;
  readonly required: boolean;
  /** Asked only where the selected country has this trait; there, `required` holds. */
  readonly where?: keyof CountryTraits;
  /** Where to read more: shown beside the label (G-2). */
  readonly help?: string;
}

/** One field of a form, declared once (G-2). Every reader of fields is a `Record` over these kinds. */
export type Field = Declared &
  (
    | { readonly kind: 'text'; readonly max: number; readonly only?: 'printableAscii' }
    | { readonly kind: 'multiline'; readonly max: number }
    /** `needs`, by option: what the desk must have on record of the partner that chooses it (CS-3). */
    | { readonly kind: 'choice'; readonly options: readonly string[]; readonly needs?: Readonly<Record<string, PartnerNeed>> }
    /** Offers every country, or only those with the trait. */
    | { readonly kind: 'country'; readonly having?: keyof CountryTraits }
    /** PS-4: a product in one version that is still supported. */
    | { readonly kind: 'product' }
    | { readonly kind: 'count'; readonly min: number; readonly max: number }
    | { readonly kind: 'consent' }
    | { readonly kind: 'localDateTime' }
    | { readonly kind: 'emails'; readonly max: number }
    | { readonly kind: 'domain' }
    | { readonly kind: 'tenantId' }
    | { readonly kind: 'numberList' }
    | { readonly kind: 'documents'; readonly max: number }
    /** Meeting rooms of the organisation (RM-1). */
    | { readonly kind: 'rooms'; readonly max: number }
  );

export type FieldKind = Field['kind'];
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** A local date and time in the selected country (PN-4), as a person states it. `which` settles a time that a clock change repeats. */
export interface LocalDateTimeInput {
  /** `YYYY-MM-DDTHH:mm` */
  readonly local: string;
  readonly zone?: string;
  readonly which?: 'earlier' | 'later';
}

/** PN-4: local time and instant are both kept. */
export interface LocalDateTimeValue {
  readonly local: string;
  readonly zone: string;
  /** ISO 8601 in UTC. */
  readonly instant: string;
}

/** What a number list held when the case was opened; the file itself stays with the case. */
export interface NumberListValue {
  readonly fileId: string;
  readonly name: string;
  /** Different numbers, all valid and of the case's country. */
  readonly count: number;
  readonly duplicates: number;
  readonly first: string;
}

export type FieldValue = string | number | boolean | readonly string[] | LocalDateTimeValue | NumberListValue | readonly RoomRef[];
export type FormValues = Readonly<Record<string, FieldValue>>;

/** What a form was filled in with, before any check: the shapes of the API. A list or a document is named by its file's id. */
export type FormInput = Readonly<Record<string, unknown>>;

/** G-3: limits, one table. Lengths in UTF-16 units, sizes in bytes. */
export const limits = {
  title: 200,
  description: 20_000,
  comment: 20_000,
  contacts: 10,
  /** PS-3, PS-8: characters, room for as many people as there are; what a card holds. */
  reachable: 5_000,
  /** PS-1: of one split. */
  parts: 10,
  files: 10,
  fileSize: 25 * 1024 * 1024,
  listRows: 100_000,
  drafts: 50,
  batch: 50,
  grants: 500,
  closers: 20,
  channels: 200,
  webhooks: 10,
  /** Of one case. */
  followers: 100,
  /** Of one outage, told of at once. */
  outageCases: 500,
  /** Of one outage, without a case of theirs. */
  outageFollowers: 200,
  /** In one note. */
  mentions: 20,
  /** Of one desk, in all languages. */
  replies: 200,
  replyTitle: 100,
  replyText: 5_000,
  /** Meeting rooms of one organisation. */
  rooms: 5_000,
  /** That one case names. */
  roomsOfCase: 50,
  /** Rooms let to partners, of one organisation. */
  roomAssignments: 10_000,
  /** Of a page. */
  packs: 50,
  /** Whom a pack's account lets use it. */
  packPeople: 20,
  page: 100,
} as const;
