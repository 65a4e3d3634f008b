/** Characters that decomposition leaves as they are, as people without them on the keyboard type them. */
const spelled: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Long enough for any word; with `most`, it keeps what PostgreSQL stores of one case under its limit of 1 MB. */
const longest = 40;
const most = 2_000;
const mostWanted = 10;

/** The different words of a text in their order: letters and digits only, without case and accents, whatever the database's own locale. */
export function wordsOf(...texts: readonly string[]): readonly string[] {
  const folded = texts
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđðþı]/g, (letter) => spelled[letter] ?? letter);
  const words = new Set<string>();
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.add(word.length > longest ? [...word].slice(0, longest).join('') : word);
    if (words.size === most) break;
  }
  return [...words];
}

/**
 * What somebody searches for as a tsquery: every word, and the last one's beginning is enough, as people type on.
 *
 * @returns `null` where there is no word in it
 */
export function tsquery(typed: string): string | null {
  const words = wordsOf(typed).slice(0, mostWanted);
  if (words.length === 0) return null;
  return `${words.map((word) => `'${word}'`).join(' & ')}:*`;
}
