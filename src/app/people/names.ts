import { type Locale, words } from '../../domain/i18n/index.ts';

/** G-15: what stands where a name was erased. Nobody else is without one: whoever the directory gives no name goes by their address. */
export const erasedName = '';

/** A kept name as a reader sees it, by itself or at the beginning of a sentence. */
export const nameOf = (kept: string, locale: Locale): string => (kept === erasedName ? words(locale).cases.formerMember : kept);

/** The same within a sentence. */
export const nameWithin = (kept: string, locale: Locale): string => (kept === erasedName ? words(locale).cases.aFormerMember : kept);
