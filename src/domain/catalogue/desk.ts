import type { PartnerNeed } from '../access/partner-record.ts';
import type { Closing } from '../case/lifecycle.ts';
import type { Issue } from '../faults.ts';
import type { Attributes } from './attributes.ts';
import type { CountryTraits } from './countries.ts';
import type { Field, FormValues } from './field.ts';
import type { Publisher } from './publishers.ts';
import type { MergedAs, Reasons } from './reasons.ts';
import type { SelfHelpLink } from './self-help.ts';
import type { Stage } from './stages.ts';

export type DeskId = 'phoneNumbers' | 'rooms' | 'cloudServices' | 'professionalSupport';

/** What a case is, by and large: G-3. Each desk has those of its case types. */
export const categories = ['incident', 'newRequest', 'billing', 'generalEnquiry'] as const;
export type Category = (typeof categories)[number];

/** What a rule over several fields may look at besides the fields. */
export interface FormContext {
  readonly tenantId: string;
  /** The person's organisation's verified domains, lower case. */
  readonly domains: readonly string[];
  readonly traits: CountryTraits;
  /** The organisation the case is for, where it is not the person's own. */
  readonly customer: { readonly tenantId: string; readonly domains: readonly string[] } | null;
}

/** G-2: a case type is this, and its words in each language. */
export interface CaseType {
  readonly id: string;
  readonly category: Category;
  readonly fields: readonly Field[];
  /** What its cases start with where it isn't what the desk's start with, from checked values. */
  readonly attributes?: (values: FormValues) => Partial<StartingAttributes>;
  /** PS-7: what opening one takes of what was bought, in the very transaction that opens it. */
  readonly takes?: 'incident';
  /** CS-3, CS-5: what the desk must have on record of the partner that files it, whatever is chosen in it. */
  readonly needs?: PartnerNeed;
  /** CS-3: a partner without a relationship files it, as an exception, by the customer's domain. */
  readonly byDomain?: true;
  /** CS-10: where a partner looks before it files for a customer, in profiles in which that comes first. */
  readonly selfHelp?: readonly SelfHelpLink[];
  /** PN-13: how far its work comes, in order; it starts at the first. */
  readonly stages?: readonly Stage[];
  /** Rules over several fields, on values that each passed their own. */
  readonly check?: (values: FormValues, context: FormContext) => readonly Issue[];
}

/** PN-16: what belongs to another service, and where. Words in the desk's language files. */
export interface DirectedElsewhere {
  readonly id: string;
  readonly url: string;
  /** CS-7: where each product has somebody of its own. */
  readonly publishers?: readonly Publisher[];
}

/** What a case may start with besides its language. */
export type StartingAttributes = Pick<Attributes, 'severity' | 'breakFix' | 'aroundTheClock' | 'stage'>;

/** A line of service. */
export interface Desk {
  readonly id: DeskId;
  readonly caseTypes: readonly CaseType[];
  readonly elsewhere: readonly DirectedElsewhere[];
  readonly reasons: Readonly<Record<Closing, Reasons>>;
  /** AG-4: how a case that is merged into another is closed. */
  readonly merged: MergedAs;
  /** What its cases start with. */
  readonly attributes: StartingAttributes;
  /** Whether its cases have a severity. */
  readonly severities: boolean;
}
