import type { Principal } from '../../domain/access/principal.ts';
import type { DelegatedRelationship } from '../../domain/access/relationship.ts';
import type { PersonRef } from '../../domain/case/events.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Locale } from '../../domain/i18n/index.ts';
import type { Result } from '../../domain/result.ts';
import type { SeenPerson } from './records.ts';

/** A person as the directory knows them, before their own profile is laid over. */
export type Person = Omit<Principal, 'locale' | 'timeZone' | 'actsFor' | 'withheld'> & {
  readonly locale: Locale;
  readonly timeZone: string;
};

/** A person to choose from. */
export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Who people are and what they may: from Microsoft's directory, or the sample organisations. Where it has to ask and gets no answer,
 * it throws DirectoryUnavailable.
 */
export interface Directory {
  /** Tells a directory that has no other source of a person it has just been shown. */
  seen?(person: SeenPerson): Promise<void>;
  person(tenantId: string, personId: string): Promise<Person | undefined>;
  tenantName(tenantId: string): Promise<string>;
  /** Verified domains of an organisation, lower case; as many as the directory may know. */
  domains(tenantId: string): Promise<readonly string[]>;
  /** Ids of a tenant's people whom the directory knows as such, at most 20. A partner's technicians manage cases. */
  withRole(tenantId: string, role: 'tenantAdministrator' | 'ticketManager'): Promise<readonly string[]>;
  /** Members of a tenant whose name or address has every one of these words, guests left out; by name, at most 20. */
  searchPeople(tenantId: string, words: string): Promise<readonly FoundPerson[]>;
  /** Forgets what it keeps of a person whose data is erased. */
  forget?(tenantId: string, personId: string): void;
  /** Engineers and leads of a desk, by name, at most 200. */
  engineers(desk: DeskId): Promise<readonly PersonRef[]>;
}

export interface PartnerPerson {
  readonly tenantId: string;
  readonly personId: string;
}

/**
 * Partners' delegated rights over their customers, asked of Microsoft each time and never remembered: CS-2, F-31. `noConsent` where the
 * partner has not let the desk read them.
 *
 * @throws DirectoryUnavailable
 */
export interface Relationships {
  /** Every relationship of a partner with any customer, with what this person of it was assigned in those that stand. */
  ofPartner(partner: PartnerPerson): Promise<Result<readonly DelegatedRelationship[], 'noConsent'>>;
  /** CS-1: every relationship of a reseller with any customer, whoever of it was assigned what. */
  ofReseller(resellerTenantId: string): Promise<Result<readonly DelegatedRelationship[], 'noConsent'>>;
  /** Every relationship between the two, with what this person of the partner was assigned in those that stand. `actingFor` judges them. */
  between(partner: PartnerPerson, customerTenantId: string): Promise<Result<readonly DelegatedRelationship[], 'noConsent'>>;
}
