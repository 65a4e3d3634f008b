import type { OperatorProfile } from '../operator-profiles.ts';
import type { CaseType } from './desk.ts';

/** CS-10: where one looks before the desk is asked. Words: `i18n/<language>/self-help.ts`. */
export const selfHelpLinks = {
  azureDocs: 'https://docs.azure.cn/en-us/',
  microsoft365Docs: 'https://learn.microsoft.com/microsoft-365/admin/services-in-china/services-in-china',
  dynamicsDocs: 'https://learn.microsoft.com/power-platform/admin/business-applications-china',
} as const;
export type SelfHelpLink = keyof typeof selfHelpLinks;

/** CS-10: what came of self-help; the first two end it without a case. */
export const selfHelpOutcomes = ['solved', 'customerInstructed', 'notSolved'] as const;
export type SelfHelpOutcome = (typeof selfHelpOutcomes)[number];
export const endings = ['solved', 'customerInstructed'] as const satisfies readonly SelfHelpOutcome[];
export type SelfHelpEnding = (typeof endings)[number];

/** CS-10: the links that a customer's request of this type begins with; none where it begins with the form. */
export const selfHelpBefore = ({ selfHelpFirst }: OperatorProfile, { selfHelp = [] }: CaseType): readonly SelfHelpLink[] =>
  selfHelpFirst ? selfHelp : [];
