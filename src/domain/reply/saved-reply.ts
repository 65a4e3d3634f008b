import type { DeskId } from '../catalogue/desk.ts';
import { limits } from '../catalogue/field.ts';
import type { Fault, Issue } from '../faults.ts';
import type { Locale } from '../i18n/locale.ts';
import { unreadable } from '../text.ts';
import { placeholders, unknownPlaceholders, written } from './placeholders.ts';

/** AG-3: words that a desk's engineers use again and again, in one language. It belongs to the operator. */
export interface SavedReply {
  readonly id: string;
  readonly desk: DeskId;
  readonly locale: Locale;
  /** By what engineers find it; nobody else sees it. */
  readonly title: string;
  /** With placeholders. */
  readonly text: string;
  readonly version: number;
  /** Instant, ISO 8601 in UTC. */
  readonly changedAt: string;
}

/** What is wrong with the words of a reply that is to be saved, trimmed. */
export function replyIssues({ title, text }: Pick<SavedReply, 'title' | 'text'>): readonly Issue[] {
  const unknown = unknownPlaceholders(text);
  const faults: readonly (readonly [field: string, fault: Fault | undefined])[] = [
    ['title', wordsFault(title, limits.replyTitle)],
    ['text', wordsFault(text, limits.replyText)],
    ['text', unknown.length > 0 ? { is: 'unknownPlaceholder', names: unknown, known: placeholders.map(written) } : undefined],
  ];
  return faults.flatMap(([field, fault]) => (fault ? [{ field, fault }] : []));
}

function wordsFault(text: string, max: number): Fault | undefined {
  if (text === '') return { is: 'required' };
  if (unreadable(text)) return { is: 'unreadableText' };
  return text.length > max ? { is: 'tooLong', max } : undefined;
}
