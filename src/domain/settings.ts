import type { TraitOverrides } from './catalogue/countries.ts';
import type { DeskId } from './catalogue/desk.ts';
import { type Product, products } from './catalogue/products.ts';
import { type Publisher, publishers } from './catalogue/publishers.ts';
import { type OperatorProfile, operatorProfiles } from './operator-profiles.ts';
import { type Programme, programmes } from './sla/programmes.ts';

/** What the operator may configure of the rules; read from a file that is checked at start. */
export interface Settings {
  /** G-6: days within which a closed case may be reopened. */
  readonly reopenWithinDays: number;
  /** PN-10, PN-12: corrections to the country table, by alpha-2 code. */
  readonly countries: TraitOverrides;
  /** PS-4: what support incidents can be about. */
  readonly products: readonly Product[];
  /** CS-7: who supports what is sold on the marketplace. */
  readonly publishers: readonly Publisher[];
  /** CS-10: past so many improper escalations of a partner the desk proposes a remediation plan. */
  readonly improperEscalations: number;
  /** CS-11: which desks there are, and whether self-help comes first. */
  readonly profile: OperatorProfile;
  /** SLA-1, SLA-2: what each desk promises, and when it works. */
  readonly programmes: Readonly<Record<DeskId, Programme>>;
}

export const defaultSettings: Settings = {
  ...{ reopenWithinDays: 14, countries: {}, products, publishers, improperEscalations: 3 },
  ...{ profile: operatorProfiles.global, programmes },
};
