import { type DraftView, draftFor, saveDraft } from '../../src/app/cases/drafts.ts';
import { upload } from '../../src/app/files/uploads.ts';
import { refusalText } from '../../src/app/refusal-text.ts';
import type { FileView } from '../../src/app/views.ts';
import { findCaseType } from '../../src/domain/catalogue/desks.ts';
import type { FormInput } from '../../src/domain/catalogue/field.ts';
import { limits } from '../../src/domain/catalogue/field.ts';
import { fieldWords, words } from '../../src/domain/i18n/index.ts';
import { type UploadLine, uploadLines } from '../../src/forms/uploads.ts';
import { quoted } from '../cards/card.ts';
import { addedCard, nothingOpenCard } from '../cards/files.ts';
import { formCard } from '../cards/form.ts';
import { download, mayFetch, type Origins } from '../download.ts';
import { placeFor } from '../file-place.ts';
import { type OpenItem, whatIsOpen } from '../open-item.ts';
import type { Turn } from '../turn.ts';
import type { Send } from '../wire/outbound.ts';
import { write } from './case.ts';
import { drawn } from './form.ts';

/** A file as Teams announces it in a personal chat. */
export interface Attached {
  readonly name: string;
  readonly url: unknown;
}

/** Takes what was attached to whatever is open: a form, or a case to be commented. */
export async function takeFiles(turn: Turn, attached: readonly Attached[], text: string, origins: Origins): Promise<readonly Send[]> {
  const { files: says } = words(turn.by.locale).bot;
  const open = await whatIsOpen(turn);
  const draft = open?.kind === 'draft' ? await draftFor(turn.deps, turn.by, open.id, drawn()) : undefined;
  const caseId = open?.kind === 'case' ? open.id : draft?.ok ? draft.value.caseId : null;
  const few = attached.slice(0, limits.files);
  const left: readonly string[] = attached.length > few.length ? [says.tooMany(limits.files)] : [];
  if (caseId) return forCase(turn, caseId, few, text, origins, left);
  if (draft?.ok && open?.kind === 'draft') return forDraft(turn, draft.value, open, few, origins, left);
  return [{ kind: 'card', card: nothingOpenCard(turn, [says.nothingOpen]) }];
}

type Taken = { readonly file: FileView } | { readonly says: string };

async function take(turn: Turn, { name, url }: Attached, caseId: string | null, origins: Origins): Promise<Taken> {
  const notTaken = { says: words(turn.by.locale).bot.files.notTaken(quoted(name, 120)) };
  if (!mayFetch(url, origins)) return notTaken;
  const source = download(url);
  try {
    const stored = await upload(turn.deps, turn.by, { name, content: source.content, caseId });
    return stored.ok
      ? { file: stored.value }
      : { says: words(turn.by.locale).mail.labelled(quoted(name, 120), refusalText(stored.error, turn.by.locale).detail) };
  } catch (fault) {
    if (source.failed()) return notTaken;
    throw fault;
  }
}

async function forCase(
  turn: Turn,
  caseId: string,
  attached: readonly Attached[],
  text: string,
  origins: Origins,
  left: readonly string[],
): Promise<readonly Send[]> {
  const taken = await each(attached, (file) => take(turn, file, caseId, origins));
  const files = taken.flatMap((one) => ('file' in one ? [one.file.id] : []));
  const faults = [...taken.flatMap((one) => ('says' in one ? [one.says] : [])), ...left];
  const said = faults.map((line): Send => ({ kind: 'text', text: line }));
  if (files.length === 0) return said;
  return [...said, { kind: 'card', card: (await write(turn, { do: 'write', caseId, step: 'comment', files }, { text })).card }];
}

async function forDraft(
  turn: Turn,
  draft: DraftView,
  open: Extract<OpenItem, { kind: 'draft' }>,
  attached: readonly Attached[],
  origins: Origins,
  left: readonly string[],
): Promise<readonly Send[]> {
  const type = findCaseType(draft.caseType);
  if (!type) return [{ kind: 'card', card: nothingOpenCard(turn, [words(turn.by.locale).bot.files.nothingOpen]) }];
  const says = words(turn.by.locale).bot.files;
  const taken = await each(attached, (one) => take(turn, one, null, origins));
  // Read again: while the files came, the person may have sent what they typed.
  const now = await draftFor(turn.deps, turn.by, draft.id, drawn());
  let input: FormInput = now.ok ? now.value.input : draft.input;
  const lines: UploadLine[] = [];
  const fields = new Map<string, string>();
  for (const one of taken) {
    const place = 'file' in one ? placeFor(type.caseType, input, one.file.name) : undefined;
    if ('file' in one && place) {
      input = place.with(one.file.id);
      fields.set(one.file.id, fieldWords(turn.by.locale, type.desk.id, place.field).label);
    } else {
      lines.push({ good: false, text: 'file' in one ? says.noPlace(quoted(one.file.name, 120)) : one.says });
    }
  }
  const saved = fields.size > 0 ? await saveDraft(turn.deps, turn.by, draft.id, input, drawn()) : undefined;
  if (saved && !saved.ok) return [{ kind: 'text', text: refusalText(saved.error, turn.by.locale).detail }];
  const found = (saved?.value.uploads ?? []).flatMap((one): readonly UploadLine[] => {
    const label = fields.get(one.id);
    return label ? [{ good: true, text: `**${label}**` }, ...uploadLines(one, turn.by.locale)] : [];
  });
  const all = [...found, ...lines, ...left.map((text): UploadLine => ({ good: false, text }))];
  const card = addedCard(turn, { id: draft.id, name: draft.caseTypeName }, all);
  // Drawing the form anew would lose what is typed in it and not sent; so only where everything is known to be in the draft.
  const replaced: readonly Send[] =
    saved && open.saved && open.cardId ? [{ kind: 'replace', messageId: open.cardId, card: formCard(turn, saved.value) }] : [];
  return [...replaced, { kind: 'card', card }];
}

async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
