import type { SupportCaseTypeId, SupportElsewhere, SupportFieldId, SupportOption } from '../../catalogue/professional-support.ts';
import type { professionalSupportReasons } from '../../catalogue/reasons.ts';
import { commonFields } from './common-fields.ts';
import type { DeskWords, ReasonOf } from './desk-words.ts';

export type SupportWords = DeskWords<
  SupportCaseTypeId,
  SupportFieldId,
  SupportOption,
  ReasonOf<typeof professionalSupportReasons>,
  SupportElsewhere,
  never
>;

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
  fields: {
    ...commonFields,
    product: { label: 'Product and version', hint: 'Mainstream and extended support are covered, later is not.' },
    concern: { label: 'What is it about?' },
    severity: { label: 'Severity', hint: 'First answer: A in 2 hours, B in 4 business hours, C in 8 business hours.' },
    tried: { label: 'What you tried', hint: 'And what came of it.' },
    work: {
      label: 'When we work on it',
      hint: 'Around the clock needs somebody of yours who can be reached at any hour until it is closed.',
    },
    noGuarantee: { label: 'I understand that a solution is not guaranteed.' },
    reachable: {
      label: 'Who can be reached at any hour',
      hint: 'For work around the clock. Name and telephone number, one a line: Ada Lund, +33 4 72 00 00 00.',
    },
  },
  options: {
    supportedProblem: 'Something does not work as it should',
    featureProposal: 'A proposal for a feature',
    onSiteSupport: 'Somebody should come to us',
    productOutOfLifecycle: 'A product that is no longer supported',
    customCode: 'Writing or reviewing our own code',
    officeAddIns: 'Developing Office add-ins, or with an API such as Microsoft Graph',
    securityIncident: 'A security incident that we have to respond to',
    cardBilling: 'A charge to a card',
    taxExemption: 'Tax exemption documents',
    A: 'A – critical: significant loss or degradation of service, production is down',
    B: 'B – moderate: moderate loss or degradation of service, production is partly affected',
    C: 'C – minimal: still usable with little hindrance, or not in production',
    businessHours: 'In business hours',
    aroundTheClock: 'Around the clock',
  },
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
  elsewhere: {
    featureProposal: {
      name: 'Feature proposals',
      about: 'Proposals are collected where the product’s makers and other customers read them.',
      go: 'Open the feedback portal',
    },
    onSiteSupport: { name: 'On-site support', about: 'People who come to you are found among partners.', go: 'Find a partner' },
    productOutOfLifecycle: {
      name: 'Products out of lifecycle',
      about: 'Products are supported until their extended support ends; the lifecycle pages say what comes after.',
      go: 'Look up the lifecycle',
    },
    customCode: {
      name: 'Custom code',
      about: 'Writing or reviewing code of your own is not covered; the community helps with it.',
      go: 'Ask the community',
    },
    officeAddIns: {
      name: 'Office add-ins and APIs',
      about: 'Development with Office add-ins and APIs, Microsoft Graph included, has a developer support of its own.',
      go: 'Open developer support',
    },
    securityIncident: {
      name: 'Security incidents',
      about: 'The security response centre answers security incidents, at any hour.',
      go: 'Report it there',
    },
    cardBilling: {
      name: 'Card billing',
      about: 'Charges to a card are explained and corrected with the order itself.',
      go: 'Open your orders',
    },
    taxExemption: { name: 'Tax exemption', about: 'Tax exemption documents are handed in with your billing account.', go: 'Open billing' },
  },
  guidance: {},
};
