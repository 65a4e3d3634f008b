/** CS-3: when people of a partner asked whose a domain is; in the partner's own transaction. */
export interface DomainQuestions {
  /** Counts one more question, unless `most` were asked in the last hour. Serialises on the tenant. @returns the instant from which one may be asked again; `null` where this one may */
  ask(most: number): Promise<string | null>;
}

/**
 * The tenant that has verified a domain, `undefined` where none has.
 *
 * @throws DirectoryUnavailable
 */
export type TenantOfDomain = (domain: string) => Promise<string | undefined>;
