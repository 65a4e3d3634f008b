import type { SupportCaseTypeId, SupportFieldId } from '../../catalogue/professional-support.ts';
import type { professionalSupportReasons } from '../../catalogue/reasons.ts';
import { commonFields } from './common-fields.ts';
import type { DeskWords, ReasonOf } from './desk-words.ts';

export type SupportWords = DeskWords<SupportCaseTypeId, SupportFieldId, never, ReasonOf<typeof professionalSupportReasons>, never, never>;

export const professionalSupport: SupportWords = {
  name: 'Professional support',
  team: 'The professional-support desk',
  about: 'One problem with a supported product, worked on until it is solved',
  caseTypes: {
    supportIncident: {
      name: 'Support incident',
      about: 'One problem that can’t be divided, with one product.',
      ready: 'Have at hand: the product and its version, and what you tried.',
    },
  },
  fields: { ...commonFields },
  options: {},
  reasons: {
    problemSolved: 'problem solved',
    workaround: 'a workaround was accepted',
    closedEarly: 'closed early, as asked',
    openedByMistake: 'created by mistake',
    duplicate: 'duplicate of another case',
    otherReason: 'another reason',
    noAnswer: 'no answer from the requester',
    noSolution: 'no solution was found',
    notSupported: 'not supported',
    notPossible: 'not possible',
  },
  elsewhere: {},
  guidance: {},
};
