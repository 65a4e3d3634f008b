import type { Fault } from '../faults.ts';
import type { Field, FieldValue } from './field.ts';

/** CS-4: the number at which the desk calls the primary contact, in every form that names one. */
export const contactPhone = { id: 'contactPhone', kind: 'text', max: 40, only: 'printableAscii', required: false } as const;

/** Whatever the country, a number has so many digits; an extension may follow it in words. */
const dialled = /^(?:\D*\d){6}/;

/** CS-4: what is wrong with the number, or with there being none, on a case of this severity. */
export function phoneFault(severity: unknown, phone: FieldValue | undefined): Fault | undefined {
  if (phone === undefined) return severity === 'A' ? { is: 'phoneForSeverityA' } : undefined;
  return dialled.test(String(phone)) ? undefined : { is: 'notAPhone' };
}

export const asksForPhone = (fields: readonly Pick<Field, 'id'>[]): boolean => fields.some(({ id }) => id === contactPhone.id);
