import { fileTypeFromBuffer } from 'file-type';
import type { RefusedKind } from '../../domain/errors.ts';
import { bytesOnly, documents, endingOf, inCompoundFile, inText, runs, runsByName } from '../../domain/file-kinds.ts';
import { textWatch, watch } from './text-watch.ts';

/** What a file turned out to be. */
export type Received =
  | { readonly refused: RefusedKind }
  | {
      /** All of it, to be read once. */
      readonly content: AsyncIterable<Uint8Array>;
      /** Known once all of it was read. */
      contentType(): string;
    };

/** Bytes by which a type is told. */
const sampleSize = 64 * 1024;

/**
 * F-42: looks at a file while it arrives. Its type is what its content is, never what the sender or the name says; programs and scripts are
 * refused before anything is kept. Nothing is ever unpacked or run.
 */
export async function receive(name: string, content: AsyncIterable<Uint8Array>): Promise<Received> {
  const arriving = content[Symbol.asyncIterator]();
  const { sample, ended } = await beginningOf(arriving);
  const ending = endingOf(name);
  const looksLikeText = isText(sample, !ended);
  const detected = await typeOf(sample);
  const refused = runsByName.get(ending) ?? ranBy(sample, detected, looksLikeText);
  if (refused) {
    await arriving.return?.();
    return { refused };
  }
  const rest = { [Symbol.asyncIterator]: () => arriving };
  const all = async function* () {
    if (sample.byteLength > 0) yield sample;
    if (!ended) yield* rest;
  };
  const known = detected && documents.has(detected) ? detected : detected === compoundFile ? inCompoundFile[ending] : undefined;
  if (known) return second(known, all());
  return looksLikeText && sample.byteLength > 0 ? asText(ending, all()) : { content: all(), contentType: () => bytesOnly };
}

const compoundFile = 'application/x-cfb';

async function beginningOf(arriving: AsyncIterator<Uint8Array>): Promise<{ readonly sample: Uint8Array; readonly ended: boolean }> {
  const pieces: Uint8Array[] = [];
  for (let size = 0; size < sampleSize; ) {
    const piece = await arriving.next();
    if (piece.done) return { sample: Buffer.concat(pieces), ended: true };
    pieces.push(piece.value);
    size += piece.value.byteLength;
  }
  return { sample: Buffer.concat(pieces), ended: false };
}

async function typeOf(sample: Uint8Array): Promise<string | undefined> {
  // What ends in the middle of a structure it can't read to its end.
  return (await fileTypeFromBuffer(sample.subarray(0, sampleSize)).catch(() => undefined))?.mime;
}

/** How a script begins, whatever follows. */
const script = /^\ufeff?\s*(?:#!\s*\/|<\?php\b|<\?=|<%)/i;

/** Installers in the container of older office files, by the id of what opens them. */
const installer = Buffer.from('84100c0000000000c000000000000046', 'hex');

function ranBy(sample: Uint8Array, detected: string | undefined, looksLikeText: boolean): RefusedKind | undefined {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  if (script.test(bytes.toString('utf8', 0, 1_000))) return 'script';
  if (looksLikeText) return undefined;
  if (detected === compoundFile && bytes.includes(installer)) return 'program';
  return detected === undefined ? undefined : runs[detected];
}

const isText = (sample: Uint8Array, cut: boolean): boolean => {
  const seen = textWatch();
  seen.piece(sample);
  return cut ? seen.soFar() : seen.whole();
};

const page = /<script|<html|<!doctype html|<svg[ >]/i;
const endOfArchive = 'PK\u0005\u0006';

/** A document that is something else as well, a page to a browser or an archive at its end, is only bytes. */
function second(contentType: string, content: AsyncIterable<Uint8Array>): Received {
  const archive = contentType.includes('zip') || contentType.includes('officedocument') || contentType.includes('opendocument');
  let before = '';
  let polyglot = false;
  const watched = watch(content, (piece) => {
    if (polyglot) return;
    const text = before + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    polyglot = page.test(text) || (!archive && text.includes(endOfArchive));
    before = text.slice(-20);
  });
  return { content: watched, contentType: () => (polyglot ? bytesOnly : contentType) };
}

/** Text to its end; a page or a picture written as text is only bytes. */
function asText(ending: string, content: AsyncIterable<Uint8Array>): Received {
  const seen = textWatch();
  const watched = watch(content, (piece) => seen.piece(piece));
  return {
    content: watched,
    contentType: () => (seen.whole() && !seen.markup() ? (inText[ending] ?? 'text/plain') : bytesOnly),
  };
}
