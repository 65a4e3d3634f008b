import type { Closing } from '../case/lifecycle.ts';
import type { Issue } from '../faults.ts';
import type { Attributes } from './attributes.ts';
import type { CountryTraits } from './countries.ts';
import type { Field, FormValues } from './field.ts';
import type { Reasons } from './reasons.ts';

export type DeskId = 'phoneNumbers';
export type Category = 'newRequest' | 'generalEnquiry';

/** What a rule over several fields may look at besides the fields. */
export interface FormContext {
  readonly tenantId: string;
  /** The person's organisation's verified domains, lower case. */
  readonly domains: readonly string[];
  readonly traits: CountryTraits;
}

/** G-2: a case type is this, and its words in each language. */
export interface CaseType {
  readonly id: string;
  readonly category: Category;
  readonly fields: readonly Field[];
  /** Rules over several fields, on values that each passed their own. */
  readonly check?: (values: FormValues, context: FormContext) => readonly Issue[];
}

/** PN-16: what belongs to another service, and where. Words in the desk's language files. */
export interface DirectedElsewhere {
  readonly id: string;
  readonly url: string;
}

/** A line of service. */
export interface Desk {
  readonly id: DeskId;
  readonly caseTypes: readonly CaseType[];
  readonly elsewhere: readonly DirectedElsewhere[];
  readonly reasons: Readonly<Record<Closing, Reasons>>;
  /** What its cases start with. */
  readonly attributes: Pick<Attributes, 'severity' | 'breakFix' | 'aroundTheClock' | 'stage'>;
}
