/** F-32: text that a person wrote, for a place where a card reads Markdown: shown letter by letter, isolated against other directions of writing. */
export function literal(text: string): string {
  const escaped = text.replace(/[\\`*_{}[\]()#+\-.!|~<>&]/g, (c) =>
    c === '<' ? '&lt;' : c === '>' ? '&gt;' : c === '&' ? '&amp;' : `\\${c}`,
  );
  return /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]/.test(text) ? `\u2068${escaped}\u2069` : escaped;
}
