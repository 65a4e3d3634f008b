import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type ChatMessage, shortened } from '../../src/domain/case/from-message.ts';
import { plainText } from '../../src/domain/markup.ts';
import { unreadable } from '../../src/domain/text.ts';
import type { Turn } from '../turn.ts';

/** The command's id in the manifest. */
export const createCase = 'createCase';

/** What of Teams' `messagePayload` is read. */
const payload = z.object({
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  createdDateTime: z.string().nullish(),
  from: z
    .object({
      user: z.object({ displayName: z.string().nullish() }).nullish(),
      application: z.object({ displayName: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

/** Bytes of UTF-8 as JSON: what the store keeps of a note, less what stands beside the text. */
const mostBytes = 8_000;
const mostName = 100;

/** The message that an action was chosen on; `undefined` where there is none. */
export function readMessage(value: unknown): ChatMessage | undefined {
  const parsed = payload.safeParse(value);
  if (!parsed.success || !parsed.data.body) return undefined;
  const { body, createdDateTime, from } = parsed.data;
  const { contentType, content } = body;
  const whole = readable(contentType === 'html' ? plainText(content ?? '') : (content ?? '').trim());
  const text = fitting(whole);
  const name = readable(from?.user?.displayName ?? from?.application?.displayName ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return { text, cut: text.length < whole.length, sender: name === '' ? null : shortened(name, mostName), at: instant(createdDateTime) };
}

/** Somebody else wrote it: what the desk can't keep (F-38) is left out here, for whoever carries it over can't correct it. */
const readable = (text: string): string =>
  [...text.toWellFormed().replace(/\r\n?/g, '\n')].filter((character) => !unreadable(character)).join('');

function fitting(text: string): string {
  if (Buffer.byteLength(JSON.stringify(text)) <= mostBytes) return text;
  let [fits, tooMany] = [0, Math.min(text.length, mostBytes)];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (Buffer.byteLength(JSON.stringify(shortened(text, middle))) <= mostBytes) fits = middle;
    else tooMany = middle;
  }
  return shortened(text, fits).trimEnd();
}

function instant(at: string | null | undefined): string | null {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

const kind = 'message';
const kept = z.object({
  id: z.uuid(),
  message: z.object({ text: z.string(), sender: z.string().nullable(), at: z.string().nullable(), cut: z.boolean() }),
});

/** Keeps the message that somebody chose last until its form is begun: a card carries no content. @returns what names it in a card */
export async function keepMessage({ deps, by }: Turn, message: ChatMessage): Promise<string> {
  const id = randomUUID();
  await deps.store.notes.save(by.tenantId, by.personId, kind, { id, message });
  return id;
}

/** @returns `undefined` where it was used, or another one was chosen since */
export async function keptMessage({ deps, by }: Turn, id: string): Promise<ChatMessage | undefined> {
  const parsed = kept.safeParse(await deps.store.notes.find(by.tenantId, by.personId, kind));
  return parsed.success && parsed.data.id === id ? parsed.data.message : undefined;
}

export const forgetMessage = ({ deps, by }: Turn): Promise<void> => deps.store.notes.save(by.tenantId, by.personId, kind, null);
