import type { FormInput } from '../../src/domain/catalogue/field.ts';

/** A support incident as somebody fills it in. */
export const supportForm = (more: FormInput = {}): FormInput => ({
  product: 'windowsServer2022',
  concern: 'supportedProblem',
  severity: 'B',
  tried: 'Restarted it.',
  work: 'businessHours',
  noGuarantee: true,
  title: 'The service stops at night',
  description: 'Every night at two, with an error in the log.',
  ...more,
});
