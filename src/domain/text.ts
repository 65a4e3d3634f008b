/** Without case and accents, for comparing what people type. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** F-38: NUL and other control characters (tab and line ends are fine) and lone surrogates are refused, never cut or replaced. */
export function unreadable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) || !text.isWellFormed();
}
