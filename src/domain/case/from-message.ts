import { type FormInput, limits } from '../catalogue/field.ts';
import { type Locale, words } from '../i18n/index.ts';
import { formatInstant } from '../time/format.ts';

/** A message that somebody wrote in Teams, as plain text. */
export interface ChatMessage {
  readonly text: string;
  /** `null` where Teams does not say. */
  readonly sender: string | null;
  /** Instant, ISO 8601 in UTC; `null` where Teams does not say. */
  readonly at: string | null;
  /** Whether there was more of it. */
  readonly cut: boolean;
}

/** Characters of a proposed title: a line that one reads at once. */
const titleLength = 100;

/** G-14: what a form begins with that is filled from a message: its text, under who wrote it and when, and the first of its lines as the title. */
export function inputFrom(message: ChatMessage, reader: { readonly locale: Locale; readonly timeZone: string }): FormInput {
  const { extension } = words(reader.locale);
  const when = message.at === null ? null : formatInstant(message.at, reader.timeZone, reader.locale);
  const head = extension.carried(message.sender ?? extension.somebody, when);
  const description = [head, message.text, ...(message.cut ? [extension.cut] : [])].filter((part) => part !== '').join('\n\n');
  return { title: titleFrom(message.text), description: shortened(description, limits.description) };
}

/** The first line that says something, cut between words. */
export function titleFrom(text: string): string {
  const line = text.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  const plain = line
    .replace(/^[-–—•*>\s]+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= titleLength) return plain;
  const cut = shortened(plain, titleLength - 1);
  const words = cut.replace(/\s+\S*$/u, '');
  return `${words.length > titleLength / 2 ? words : cut}…`;
}

/** At most so many UTF-16 units, never half of a character. */
export const shortened = (text: string, most: number): string =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .toWellFormed()
        .replace(/\ufffd$/, '');
