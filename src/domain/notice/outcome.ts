import type { Delivery } from './delivery.ts';

/** Why a delivery did not go out: what an engineer reads in the list of those that were given up. */
export const deliveryFaultCodes = [
  /** The receiver says that it never will be taken. */
  'refused',
  /** The receiver does not want it now. */
  'busy',
  /** Nobody answers there. */
  'unreachable',
  /** The receiver does not let the desk in. */
  'signInRefused',
  /** It may have arrived twice over, and nobody can say. */
  'uncertain',
  /** The desk could not put it together. */
  'unexpected',
] as const;
export type DeliveryFaultCode = (typeof deliveryFaultCodes)[number];

/** `detail` is what the receiver said, for engineers: one line, at most 200 characters, no secrets. */
export interface DeliveryFault {
  readonly code: DeliveryFaultCode;
  readonly detail: string;
}

/** What became of one attempt to deliver (G-12). */
export type Outcome =
  | { readonly is: 'sent' }
  /** Nobody is to be told this way: they don't want it, may not see the case any more, or the way is not set up. */
  | { readonly is: 'nothingToDo' }
  /** Not delivered, certainly. `afterMs`: what the receiver asked to wait; without it, the worker's own back-off. */
  | { readonly is: 'later'; readonly fault: DeliveryFault; readonly afterMs: number | null }
  /** Not tried: what the receiver takes in a given time is spent. Counts as no attempt. */
  | { readonly is: 'paced'; readonly afterMs: number }
  /** Not tried: the person does not want to be disturbed for so long. Counts as no attempt. */
  | { readonly is: 'held'; readonly afterMs: number }
  /** It goes out in these ways in its stead. */
  | { readonly is: 'instead'; readonly deliveries: readonly Delivery[] }
  /** The receiver may have taken it: repeated once at most. */
  | { readonly is: 'maybeSent'; readonly fault: DeliveryFault }
  /** It will never be taken. */
  | { readonly is: 'never'; readonly fault: DeliveryFault };
export type OutcomeKind = Outcome['is'];

const longest = 200;

/** What a receiver said, fit to be kept and shown. */
export const faultOf = (code: DeliveryFaultCode, said = ''): DeliveryFault => ({
  code,
  detail: said
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, longest),
});
