import type { PartnerNeed } from '../access/partner-record.ts';
import type { CaseType } from './desk.ts';
import type { FormInput } from './field.ts';

/** CS-3, CS-5: what a form needs of the partner's record: by its case type, or by what was chosen in it. */
export const needOf = ({ needs, fields }: Pick<CaseType, 'needs' | 'fields'>, given: FormInput): PartnerNeed | undefined =>
  needs ??
  fields
    .flatMap((field) => (field.kind === 'choice' ? Object.entries(field.needs ?? {}).map((need) => [field.id, ...need] as const) : []))
    .find(([id, option]) => given[id] === option)?.[2];
