export type Send = typeof fetch;

/** What came back, whatever its status. */
export interface Exchanged {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface ExchangeLimits {
  /** Milliseconds until the whole answer is here. */
  readonly call: number;
  /** Bytes of an answer. */
  readonly bytes: number;
}

/**
 * One request and its whole answer. Redirects are not followed: a token goes to no other place.
 *
 * @returns the name of what went wrong, and its code, where there is no answer, it is late, or it is too large
 */
export async function exchange(
  send: Send,
  url: string,
  init: Pick<RequestInit, 'method' | 'headers' | 'body' | 'signal'>,
  { call, bytes }: ExchangeLimits,
): Promise<Exchanged | { readonly failed: string; readonly code: string }> {
  const late = AbortSignal.timeout(call);
  try {
    const response = await send(url, { ...init, redirect: 'manual', signal: init.signal ? AbortSignal.any([init.signal, late]) : late });
    const text = await textOf(response, bytes);
    return text === undefined ? { failed: 'TooLarge', code: '' } : { status: response.status, headers: response.headers, text };
  } catch (fault) {
    return { failed: fault instanceof Error ? fault.name : 'unknown', code: codeOf(fault) };
  }
}

/** The system's own word for it, such as `ECONNREFUSED`; empty where there is none. */
const codeOf = (fault: unknown): string => String((fault as { readonly cause?: { readonly code?: unknown } } | null)?.cause?.code ?? '');

/** `undefined` once it is larger than `most` bytes; the rest is not fetched. */
async function textOf({ body }: Response, most: number): Promise<string | undefined> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** `undefined` for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
