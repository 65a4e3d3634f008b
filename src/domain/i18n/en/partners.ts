import type { ContractLevel } from '../../access/partner-record.ts';

/** What the desk has on record of partners (CS-3, CS-5). */
export const partners = {
  nav: { own: 'Partner record', manages: 'Partners' },
  aboutOwn: 'What the cloud-services desk has on record of your organisation. A lead of the desk changes it.',
  aboutAll: 'Support contracts, and what providers granted their resellers. Requests for Dynamics 365 and Azure are let in by this.',
  none: 'No partners yet',
  noneWhy: 'A partner is listed here once the desk serves it.',
  more: 'Show more',
  contract: 'Support contract',
  levels: { advanced: 'Advanced (ASfP)', premier: 'Premier', unified: 'Unified' } satisfies Record<ContractLevel, string>,
  noContract: 'none, so nothing is filed for Dynamics 365',
  until: (level: string, day: string) => `${level}, until ${day}`,
  ended: (level: string, day: string) => `${level}, ended on ${day}`,
  lastDay: 'Last day',
  provider: 'Provider',
  direct: 'none: it deals with Microsoft itself',
  azureGrants: 'Granted by the provider on the Azure account of',
  supportGroup: 'In the provider’s support group',
  nobody: 'nobody',
  change: 'Change',
  changeOf: (name: string) => `Change the record of ${name}`,
  recorded: 'The record was changed.',
  add: 'Add',
  remove: 'Remove',
  addPerson: 'Add a person to the support group',
};
