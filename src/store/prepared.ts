const names = new Map<string, string>();

/**
 * A statement of a transaction that every connection reads and plans once: of a long one that is half of what it costs the server. Only for
 * those whose answer stays of the same type whatever a migration does to their tables; any other plan would fail then.
 *
 * @returns the same text
 */
export function prepared(text: string): string {
  names.set(text, `p${names.size}`);
  return text;
}

export const preparedName = (text: string): string | undefined => names.get(text);
