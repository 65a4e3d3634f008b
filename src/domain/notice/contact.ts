/** What is known of an address outside the organisation that was named as a contact. Instants are ISO 8601 in UTC. */
export interface ContactConsent {
  readonly address: string;
  readonly askedAt: string;
  readonly agreedAt: string | null;
  readonly refusedAt: string | null;
}

/** `notAsked`: too many were named at once, so nobody has written to it yet. */
export const contactStates = ['hears', 'asked', 'refused', 'notAsked'] as const;
export type ContactState = (typeof contactStates)[number];

/** G-11: an address of the organisation's own domains hears at once, another one only after its owner agreed. */
export function contactState(own: boolean, consent: ContactConsent | undefined): ContactState {
  if (own) return 'hears';
  if (!consent) return 'notAsked';
  if (consent.refusedAt) return 'refused';
  return consent.agreedAt ? 'hears' : 'asked';
}
