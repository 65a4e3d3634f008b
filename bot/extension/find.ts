import type { InvokeResponse } from 'botbuilder';
import * as z from 'zod';
import { listCases, listsFor, widestList } from '../../src/app/cases/queries.ts';
import { refusalText } from '../../src/app/refusal-text.ts';
import type { CaseSummary } from '../../src/app/views.ts';
import { limits } from '../../src/domain/catalogue/field.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { unreadable } from '../../src/domain/text.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import { sharedCard } from '../cards/shared.ts';
import type { Turn } from '../turn.ts';
import { nothing, type Offered, offering, saying } from './answers.ts';

/** The command's id in the manifest, and its parameter's. */
export const findCase = 'findCase';
export const wordsOfSearch = 'words';

/** Results at a time, as Teams asks for them, and as far as anybody scrolls. */
const most = 25;
const furthest = 200;

const query = z.object({
  commandId: z.literal(findCase),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
  queryOptions: z.object({ skip: z.int().min(0).default(0), count: z.int().min(1).default(most) }).default({ skip: 0, count: most }),
});

/** G-14: cases this person may see, by number or words, out of the widest list they have. */
export async function find(turn: Turn, value: unknown): Promise<InvokeResponse> {
  const asked = query.safeParse(value);
  const { extension } = words(turn.by.locale);
  if (!asked.success || listsFor(turn.by).length === 0) return saying(extension.nothingFound);
  const { parameters, queryOptions } = asked.data;
  const typed = parameters.find(({ name }) => name === wordsOfSearch)?.value;
  const sought = typeof typed === 'string' ? typed.trim().slice(0, 200).toWellFormed() : '';
  if (unreadable(sought)) return saying(extension.nothingFound);
  const { skip } = queryOptions;
  if (skip >= furthest) return skip > furthest ? nothing : saying(extension.noMore);
  const found = await foundCases(turn, sought, { skip, count: Math.min(queryOptions.count, most) });
  if (!found.ok) return saying(refusalText(found.error, turn.by.locale).detail);
  if (found.value.length === 0) return skip > 0 ? nothing : saying(extension.nothingFound);
  return offering(found.value.map((row) => offered(turn, row)));
}

/** Teams counts from the first; the lists go on from the last. */
async function foundCases(turn: Turn, sought: string, { skip, count }: { readonly skip: number; readonly count: number }) {
  const rows: CaseSummary[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(turn.deps, turn.by, {
      list: widestList(turn.by),
      state: 'all',
      words: sought === '' ? null : sought,
      cursor,
      desk: null,
      country: null,
      status: null,
      limit: Math.min(skip + count, limits.page),
    });
    if (!page.ok) return page;
    rows.push(...page.value.items);
    cursor = page.value.next;
    if (cursor === null || rows.length >= skip + count) return { ok: true, value: rows.slice(skip, skip + count) } as const;
  }
}

/** Only whoever searches sees the preview. */
function offered(turn: Turn, { number, title, statusText, updatedAt }: CaseSummary): Offered {
  const when = formatInstant(updatedAt, turn.by.timeZone, turn.by.locale);
  return { card: sharedCard(turn, number), preview: { title, text: `${number} · ${statusText} · ${when}` } };
}
