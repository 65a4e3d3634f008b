/** The text of an uploaded list, or undefined where the bytes are no text (F-40). UTF-8, UTF-16 and Windows-1252, with or without BOM. */
export function decode(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  if (!encoding) return undefined;
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\u001a$/, '');
    return isText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return undefined; // %PDF: a document may start with pages of plain text
  return bytes.includes(0) ? utf16Without(bytes) : isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Digits and separators have an empty byte in UTF-16, always on the same side. */
function utf16Without(bytes: Uint8Array): string | undefined {
  const empty = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 4096); at++) if (bytes[at] === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = empty;
  if (even > 0 === odd > 0) return undefined;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Control characters mark pictures, archives and workbooks. The one that old exports end with has been taken off. */
function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);
}
