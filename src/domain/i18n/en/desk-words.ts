import type { Closing } from '../../case/lifecycle.ts';

type Listed<R> = R extends { readonly from: readonly (infer T)[] } ? T : R extends { readonly reason: infer T } ? T : never;

/** The reasons that a desk's closings name. */
export type ReasonOf<Reasons extends Readonly<Record<Closing, unknown>>> = Listed<Reasons[Closing]> & string;

export interface CaseTypeWords {
  readonly name: string;
  readonly about: string;
  /** What to have at hand. */
  readonly ready: string;
}

export interface ElsewhereWords {
  readonly name: string;
  readonly about: string;
  readonly go: string;
}

/** A desk in words: one for each id that its file in the catalogue declares. */
export interface DeskWords<
  CaseTypeId extends string = string,
  FieldId extends string = string,
  Option extends string = string,
  Reason extends string = string,
  Elsewhere extends string = string,
  Guidance extends string = string,
> {
  readonly name: string;
  /** The people who answer, as the timeline names them to others (G-7). */
  readonly team: string;
  readonly about: string;
  readonly caseTypes: Readonly<Record<CaseTypeId, CaseTypeWords>>;
  readonly fields: Readonly<Record<FieldId, { readonly label: string; readonly hint?: string }>>;
  /** PN-13: of desks whose work has stages. */
  readonly stages?: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<Option, string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly elsewhere: Readonly<Record<Elsewhere, ElsewhereWords>>;
  readonly guidance: Readonly<Record<Guidance, string>>;
}
