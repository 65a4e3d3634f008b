import { type RawBuilder, sql } from 'kysely';
import { folded } from '../domain/text.ts';

const mostWords = 10;

/** Whether a text has every one of these words somewhere, without case and accents. */
export function hasWords(text: RawBuilder<unknown>, words: string): RawBuilder<boolean> {
  const wanted = folded(words).split(/\s+/).slice(0, mostWords);
  const place = sql`regexp_replace(lower(normalize(${text}, NFD)), ${'[\u0300-\u036f]'}, '', 'g')`;
  return sql<boolean>`(${sql.join(
    wanted.map((word) => sql`position(${word} in ${place}) > 0`),
    sql` and `,
  )})`;
}
