import type { SelfHelpEnding, SelfHelpLink, SelfHelpOutcome } from '../../catalogue/self-help.ts';

/** CS-10: what comes before a request for a customer, in the 21Vianet profile. */
export const selfHelp = {
  title: 'First, self-help',
  about: 'A request for a customer begins with what can be solved without the desk. Look here, or show the customer how to go on.',
  otherwise: 'If that does not help, the form asks what you tried and why it can’t be solved with you.',
  links: {
    azureDocs: 'Documentation of Azure operated by 21Vianet',
    microsoft365Docs: 'Microsoft 365 operated by 21Vianet: what differs, and how it is used',
    dynamicsDocs: 'Power Platform and Dynamics 365 operated by 21Vianet',
  } satisfies Record<SelfHelpLink, string>,
  outcomes: {
    solved: 'It is solved',
    customerInstructed: 'The customer was told how',
    notSolved: 'Not solved',
  } satisfies Record<SelfHelpOutcome, string>,
  ended: {
    solved: 'Noted as solved. No case was created.',
    customerInstructed: 'Noted: the customer was told how. No case was created.',
  } satisfies Record<SelfHelpEnding, string>,
};
