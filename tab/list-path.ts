import type { Filter, ListRoute } from './route.ts';
import type { ListName } from './wire.ts';

/** Rows that are asked for first, and then at once. */
const [firstPart, part] = [30, 100];

/** What a list is narrowed to, as the API reads it. */
export function narrowedTo(list: ListName, { state, q, country, status, customer }: Filter): URLSearchParams {
  return new URLSearchParams({
    ...{ list, state },
    ...(q && { q }),
    ...(country && { country }),
    ...(status && { status }),
    ...(customer && { customer }),
  });
}

/** Where a part of a list is in the API. @param cursor where the part before it ended; empty for the first one */
export function pathOfList({ list, filter }: Pick<ListRoute, 'list' | 'filter'>, cursor: string): string {
  const which = new URLSearchParams(cursor ? { limit: String(part), cursor } : { limit: String(firstPart) });
  return `/cases?${narrowedTo(list, filter)}&${which}`;
}
