import type { WhyNot } from '../errors.ts';

/** CS-5: support contracts of partners that cover Dynamics 365: advanced (ASfP), and what is above it. */
export const contractLevels = ['advanced', 'premier', 'unified'] as const;
export type ContractLevel = (typeof contractLevels)[number];

/** What the desk has on record of a partner. */
export interface PartnerRecord {
  /** `lastDay` is `YYYY-MM-DD` in UTC, and still covered. */
  readonly contract: { readonly level: ContractLevel; readonly lastDay: string } | null;
  /** CS-3: tenant id of the provider that an indirect reseller buys from; `null` for whoever deals with Microsoft itself. */
  readonly provider: string | null;
  /** CS-3: tenant ids of customers on whose Azure account the provider granted this reseller access. */
  readonly azureGrants: readonly string[];
  /** CS-3: ids of this partner's people who are in the provider's support group. */
  readonly supportGroup: readonly string[];
}

export const nothingOnRecord: PartnerRecord = { contract: null, provider: null, azureGrants: [], supportGroup: [] };

/** What a case type asks of a partner besides the right to act: CS-3, CS-5. */
export type PartnerNeed = 'azureAccess' | 'supportContract';

export interface Filing {
  readonly personId: string;
  /** `null` for one's own organisation. */
  readonly customerId: string | null;
  /** Whether a delegated helpdesk role is all that the person has there. */
  readonly helpdeskOnly: boolean;
}

/** What is missing for a partner's person to file, or `undefined`. @param now ISO 8601 in UTC */
export function missingOf(record: PartnerRecord, need: PartnerNeed | undefined, filing: Filing, now: string): WhyNot | undefined {
  if (need === 'supportContract') return missingContract(record, now);
  return need === 'azureAccess' && filing.customerId !== null ? missingAccess(record, filing, filing.customerId) : undefined;
}

function missingContract({ contract }: PartnerRecord, now: string): WhyNot | undefined {
  if (!contract) return 'noSupportContract';
  return now.slice(0, 10) > contract.lastDay ? 'supportContractEnded' : undefined;
}

function missingAccess(record: PartnerRecord, { personId, helpdeskOnly }: Filing, customerId: string): WhyNot | undefined {
  if (record.provider !== null && !record.azureGrants.includes(customerId)) return 'providerGrantMissing';
  return helpdeskOnly && !record.supportGroup.includes(personId) ? 'helpdeskOutsideGroup' : undefined;
}
