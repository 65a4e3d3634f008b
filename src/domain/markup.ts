/** Elements that stand on lines of their own; a paragraph's has an empty one between. */
const lines =
  /^(?:address|article|aside|blockquote|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|pre|section|table|tr|ul)$/;
/** What is never meant to be read. */
const unread = /^(?:head|script|style|template|title)$/;
/** Pictures that stand for something sayable. */
const pictures = /^(?:emoji|img)$/;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const token =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,6});|[^<&]+|[<&]/gi;

/**
 * What a person reads in a message that is written as HTML, as chats and mails are: its text with line ends, and nothing of its markup. It is
 * plain text afterwards, so `&lt;b&gt;` comes back as the letters `<b>`.
 */
export function plainText(html: string): string {
  const said: string[] = [];
  let hidden: string | undefined;
  for (const [whole, closing, name = '', attributes = '', entity] of html.matchAll(token)) {
    const tag = name.toLowerCase();
    if (hidden !== undefined) {
      if (closing && tag === hidden) hidden = undefined;
    } else if (tag) {
      if (unread.test(tag) && !closing) hidden = tag;
      else said.push(inPlaceOf(tag, closing === '/', attributes));
    } else if (entity) said.push(character(entity) ?? whole);
    else if (!whole.startsWith('<!--')) said.push(whole.replace(/[^\S\u00a0]+/g, ' '));
  }
  return tidied(said.join(''));
}

function inPlaceOf(tag: string, closing: boolean, attributes: string): string {
  if (tag === 'br') return '\n';
  if (tag === 'p') return '\n\n';
  if (tag === 'li') return closing ? '\n' : '\n- ';
  if (tag === 'td' || tag === 'th') return closing ? ' ' : '';
  if (pictures.test(tag)) return plainAttribute(/\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes));
  return lines.test(tag) ? '\n' : '';
}

const plainAttribute = (found: RegExpExecArray | null): string =>
  (found?.[1] ?? found?.[2] ?? '').replace(
    /&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,6});/gi,
    (whole, entity: string) => character(entity) ?? whole,
  );

function character(entity: string): string | undefined {
  if (!entity.startsWith('#')) return entities[entity.toLowerCase()];
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  const known = code >= 32 ? code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) : code === 9 || code === 10;
  return known ? String.fromCodePoint(code) : '';
}

const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/\u00a0/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
