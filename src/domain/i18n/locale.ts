export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

/** The language to answer in for a tag such as `fr-CA`; English where we don't speak it. */
export function localeOf(tag: string | undefined | null): Locale {
  const language = (tag ?? '').toLowerCase().split(/[-_]/)[0];
  return locales.find((l) => l === language) ?? 'en';
}

/** The first language of an `Accept-Language` header that we speak, by its weights. */
export function negotiate(header: string | undefined): Locale | undefined {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((v) => v !== undefined);
      return { language: tag.toLowerCase().split('-')[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of wanted) {
    const spoken = locales.find((l) => l === language);
    if (spoken) return spoken;
  }
  return undefined;
}
