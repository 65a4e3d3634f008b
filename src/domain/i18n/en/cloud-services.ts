import type { CloudCaseTypeId, CloudElsewhere, CloudFieldId, CloudOption } from '../../catalogue/cloud-services.ts';
import type { cloudServicesReasons } from '../../catalogue/reasons.ts';
import { commonFields } from './common-fields.ts';
import type { DeskWords, ReasonOf } from './desk-words.ts';

export type CloudWords = DeskWords<
  CloudCaseTypeId,
  CloudFieldId,
  CloudOption,
  ReasonOf<typeof cloudServicesReasons>,
  CloudElsewhere,
  never
>;

export const cloudServices: CloudWords = {
  name: 'Cloud services',
  team: 'The cloud-services desk',
  about: 'Problems with Azure, Microsoft 365 and Dynamics 365, for the customers you look after',
  caseTypes: {
    azureProblem: {
      name: 'Problem with Azure',
      about: 'Something of a customer’s Azure does not work, or of your own.',
      ready: 'Have at hand: the subscription id, what you tried, and a phone number for severity A.',
    },
    microsoft365Problem: {
      name: 'Problem with Microsoft 365',
      about: 'Microsoft 365, or Enterprise Mobility + Security, does not work as it should.',
      ready: 'Have at hand: the product, what you tried, and a phone number for severity A.',
    },
    dynamicsProblem: {
      name: 'Problem with Dynamics 365',
      about:
        'A customer’s Dynamics 365 does not work as it should. Needs your organisation’s advanced support contract (ASfP) or a higher one.',
      ready: 'Have at hand: the application, what you tried, and a phone number for severity A.',
    },
    cloudBilling: {
      name: 'Billing and fraud',
      about: 'Invoices, disputes, suspected fraud. Free of charge.',
      ready: 'Have at hand: the invoice or subscription it is about, and for a customer what you tried and why you can’t solve it.',
    },
    cloudAdvice: {
      name: 'Question about a cloud service',
      about: 'How something is meant to work or to be set up; nothing is broken. Answered within one business day.',
      ready: 'Have at hand: what you read and tried.',
    },
  },
  fields: {
    ...commonFields,
    severity: {
      label: 'Severity, by what it does to the business',
      hint: 'A: production is down, or severely degraded. B: partly affected. C: little affected, or not production.',
    },
    subscription: { label: 'Azure subscription id' },
    azureService: { label: 'Azure service', hint: 'Such as Virtual Machines, App Service or Entra ID.' },
    supportPlan: { label: 'Support plan', hint: 'For a customer: Cloud Solution Provider. For your own tenant: your own plan.' },
    planId: { label: 'Id of your own plan', hint: 'Only for your own tenant.' },
    product: { label: 'Product' },
    service: { label: 'Service' },
    dynamicsConcern: { label: 'What it is about' },
    dynamicsApp: { label: 'Application' },
    tried: { label: 'What you tried', hint: 'The steps you took, what they showed, and what you read about it.' },
    whyEscalated: { label: 'Why it can’t be solved with you' },
    billingSubject: { label: 'What it is about' },
    contactName: { label: 'Contact at your organisation', hint: 'An engineer may call; there is no phone intake.' },
    contactEmail: { label: 'E-mail address of the contact', hint: 'An address of your organisation, not of the customer’s.' },
    contactPhone: { label: 'Phone number of the contact', hint: 'Needed for severity A.' },
  },
  options: {
    A: 'A: critical. Significant loss or degradation, production down',
    B: 'B: moderate. Moderate loss or degradation, production partly affected',
    C: 'C: minimal. Still usable, or not production',
    cloudSolutionProvider: 'Cloud Solution Provider',
    ownPlan: 'Our own plan',
    training: 'Training is missing',
    documentation: 'Documentation is missing',
    tools: 'Tools or access are missing',
    productFault: 'It is a fault of the product',
    microsoft365: 'Microsoft 365',
    teams: 'Microsoft Teams',
    exchange: 'Exchange Online',
    sharePoint: 'SharePoint and OneDrive',
    enterpriseMobility: 'Enterprise Mobility + Security',
    azure: 'Azure',
    dynamicsFault: 'Something does not work',
    dynamicsPlans: 'Plans',
    dynamicsLicences: 'Licences',
    dynamicsBilling: 'Billing',
    financeOperations: 'Finance & Operations',
    dynamicsSales: 'Sales',
    dynamicsService: 'Customer Service',
    dynamicsField: 'Field Service',
    dynamicsMarketing: 'Customer Insights',
    dynamicsOther: 'Another application',
    invoice: 'An invoice or a charge',
    dispute: 'A dispute',
    fraud: 'Suspected fraud',
  },
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
  elsewhere: {
    marketplace: {
      name: 'Marketplace products',
      about: 'Products of other publishers are supported by their publisher, who is asked directly: by link, e-mail or phone.',
      go: 'Find another publisher’s support',
    },
    dynamics: {
      name: 'Dynamics 365 and Finance & Operations',
      about: 'Plans, licences, billing and Finance & Operations are answered by Dynamics support, in the Power Platform admin centre.',
      go: 'Open Dynamics support',
    },
  },
  guidance: {},
};
