import type { Result } from '../domain/result.ts';

/** Why Graph gave no answer; everything it may do wrong is one of these. */
export type GraphFault =
  /** The tenant has not let the desk read this, or does not know the desk at all. */
  | { readonly is: 'noConsent' }
  | { readonly is: 'notFound' }
  /** Asked too often; `seconds` until it may be asked again, at least 1. */
  | { readonly is: 'throttled'; readonly seconds: number }
  /** Down, too slow, or not making sense. */
  | { readonly is: 'unavailable' };

export type Answer<T> = Result<T, GraphFault>;
