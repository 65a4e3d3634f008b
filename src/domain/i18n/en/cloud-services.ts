import type { CloudCaseTypeId, CloudFieldId } from '../../catalogue/cloud-services.ts';
import type { cloudServicesReasons } from '../../catalogue/reasons.ts';
import { commonFields } from './common-fields.ts';
import type { DeskWords, ReasonOf } from './desk-words.ts';

export type CloudWords = DeskWords<CloudCaseTypeId, CloudFieldId, never, ReasonOf<typeof cloudServicesReasons>, never, never>;

export const cloudServices: CloudWords = {
  name: 'Cloud services',
  team: 'The cloud-services desk',
  about: 'Problems with Azure, Microsoft 365 and Dynamics 365, for the customers you look after',
  caseTypes: {
    cloudBilling: {
      name: 'Billing and fraud',
      about: 'Invoices, disputes, suspected fraud. Free of charge.',
      ready: 'Have at hand: the invoice or subscription it is about.',
    },
  },
  fields: { ...commonFields },
  options: {},
  reasons: {
    problemSolved: 'problem solved',
    noLongerNeeded: 'no longer needed',
    openedByMistake: 'created by mistake',
    duplicate: 'duplicate of another case',
    solvedOtherwise: 'solved another way',
    otherReason: 'another reason',
    noAnswer: 'no answer from the requester',
    notSupported: 'not supported',
    notPossible: 'not possible',
  },
  elsewhere: {},
  guidance: {},
};
