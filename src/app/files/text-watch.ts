import { TextDecoder } from 'node:util';

/** Whether what goes by, piece by piece, is text: in UTF-8, in UTF-16 with its mark, or in Windows' own encoding. */
export interface TextWatch {
  piece(bytes: Uint8Array): void;
  /** Whether it may still become text. */
  soFar(): boolean;
  /** Whether it was text to its end. */
  whole(): boolean;
  /** Whether a browser would take it for a page or a picture. */
  markup(): boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
const control = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;
/** Bytes that Windows-1252 has no character for. */
const nothing = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const tags = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|style|link|meta|\?xml)[\s>/]/i;
const kept = 40;

export function textWatch(): TextWatch {
  let decoder: TextDecoder | undefined;
  let wide = false;
  let utf8 = true;
  let windows = true;
  let controls = false;
  let tagged = false;
  let before = '';
  const text = (): boolean => !controls && (utf8 || (windows && !wide));

  function decode(bytes?: Uint8Array): string {
    if (!utf8) return '';
    try {
      return bytes ? (decoder?.decode(bytes, { stream: true }) ?? '') : (decoder?.decode() ?? '');
    } catch {
      utf8 = false;
      return '';
    }
  }
  return {
    piece(bytes) {
      if (!decoder) {
        const [first, next] = bytes;
        wide = (first === 0xff && next === 0xfe) || (first === 0xfe && next === 0xff);
        decoder = new TextDecoder(wide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true });
      }
      if (!text()) return;
      if (windows && !wide) windows = !bytes.some((byte) => nothing.has(byte));
      const decoded = decode(bytes);
      const said = utf8 ? decoded : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
      if (control.test(said)) controls = true;
      tagged ||= tags.test(before + said);
      before = (before + said).slice(-kept);
    },
    soFar: text,
    whole() {
      decode();
      return text();
    },
    markup: () => tagged,
  };
}

/** The same pieces, each shown on its way. */
export async function* watch(content: AsyncIterable<Uint8Array>, see: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    see(piece);
    yield piece;
  }
}
