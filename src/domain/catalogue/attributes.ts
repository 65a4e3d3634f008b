export const severities = ['A', 'B', 'C'] as const;
export type Severity = (typeof severities)[number];

/** What every desk's cases have in common, fixed when the case is opened; `null` where the desk does not use it. */
export interface Attributes {
  readonly severity: Severity | null;
  readonly breakFix: boolean | null;
  /** Language tag the desk answers in, such as `fr`. */
  readonly supportLanguage: string;
  readonly aroundTheClock: boolean;
  /** Tenant id of the partner's person who opened it for the customer; `null` when a person of the tenant did. */
  readonly onBehalfOf: string | null;
  /**
   * CS-3: the customer's domain by which a partner without a relationship filed it, as an exception; `null` for every other case. It stays
   * when the customer takes the case over.
   */
  readonly filedByDomain: string | null;
  readonly stage: string | null;
}
