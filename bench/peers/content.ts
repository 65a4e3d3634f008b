import { contoso } from '../../src/local/organisations.ts';
import { sampleCases } from '../sample-cases.ts';
import { populationOf } from '../stores.ts';
import type { Content, KnownCase } from './product.ts';

/** A sample case as any desk could have it. */
export interface Sampled extends Content {
  readonly comment: string;
  readonly customer: string;
  readonly requester: string;
  readonly open: boolean;
  readonly at: string;
}

/** The customer with a fifth of all cases. */
export const largest = contoso.id;

/** The cases of the desk’s own store (`filledStore`), in their order, word for word. */
export function* sampledCases(cases: number): Generator<Sampled> {
  for (const { case: one, events } of sampleCases(populationOf(cases))) {
    const [comment = ''] = events.flatMap((event) => ('text' in event && event.text ? [event.text] : []));
    const { title, description, tenantId: customer, requester, closed, openedAt: at } = one;
    yield { title, description, comment, customer, requester: requester.id, open: closed === null, at };
  }
}

const knownAtMost = 200;

/**
 * Some of the largest customer’s cases, from all times, with the ids that a product has for them.
 *
 * @param find the ids of the cases with these descriptions, each of which only one case has
 */
export async function knownCases(
  cases: number,
  find: (descriptions: readonly string[]) => Promise<readonly { readonly id: string; readonly description: string }[]>,
): Promise<readonly KnownCase[]> {
  const theirs = [...sampledCases(cases)].filter(({ customer }) => customer === largest);
  const every = Math.max(1, Math.floor(theirs.length / knownAtMost));
  const some = theirs.filter((_, index) => index % every === 0);
  const ids = new Map((await find(some.map(({ description }) => description))).map(({ id, description }) => [description, id]));
  return some.map((one) => {
    const id = ids.get(one.description);
    if (id === undefined) throw new Error(`No case has the description “${one.description}”.`);
    return { ...one, id: String(id) };
  });
}

/** The titles of the largest customer’s newest fifty open cases, newest first. */
export const newestOpen = (cases: number): readonly string[] =>
  [...sampledCases(cases)]
    .filter(({ customer, open }) => customer === largest && open)
    .map(({ title }) => title)
    .slice(-50)
    .reverse();

/** What new cases are made of. */
export const newContent = (index: number): Content => ({
  title: `Numbers for the new counter ${index}`,
  description: 'Ten geographic numbers in one block for the new counter, to be announced to the customers of the city next month.',
});

/** Words that find a case by its title: its place, and how many numbers it is about. */
export function wordsFor(title: string): readonly string[] {
  const [, count = '', place = ''] = /(\d+) numbers of .* in (\w+)$/.exec(title) ?? [];
  return [place, count];
}
