import { limits } from '../catalogue/field.ts';
import type { Fault } from '../faults.ts';
import { unreadable } from '../text.ts';

/** What is wrong with what somebody wrote. @param needed whether it may be left out */
export function textFault(text: string, needed: boolean): Fault | undefined {
  if (unreadable(text)) return { is: 'unreadableText' };
  if (needed && text.trim() === '') return { is: 'required' };
  return text.length > limits.comment ? { is: 'tooLong', max: limits.comment } : undefined;
}
