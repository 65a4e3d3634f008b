import type { Closing } from '../case/lifecycle.ts';

/** G-6: a closing's reason is picked from a list, always the same, or not given at all. */
export type Reasons =
  | { readonly kind: 'picked'; readonly from: readonly string[] }
  | { readonly kind: 'fixed'; readonly reason: string }
  | { readonly kind: 'forbidden' };

/** AG-4: the closing of a duplicate, and its reason there. */
export interface MergedAs {
  readonly by: Closing;
  readonly reason: string | null;
}
export const asDuplicate: MergedAs = { by: 'cancel', reason: 'duplicate' };

/** PN-14 and the table of desks: reasons per closing. */
export const phoneNumberReasons = {
  resolve: { kind: 'fixed', reason: 'problemSolved' },
  cancel: { kind: 'picked', from: ['noLongerNeeded', 'openedByMistake', 'duplicate', 'wrongDetails', 'solvedOtherwise', 'otherReason'] },
  closeUnresolved: { kind: 'picked', from: ['noAnswer', 'notSupported', 'carrierRefused', 'notPossible'] },
} as const satisfies Record<Closing, Reasons>;

/** RM-3: always from a list. */
export const roomsReasons = {
  resolve: {
    kind: 'picked',
    from: ['hardware', 'software', 'network', 'configuration', 'peripheral', 'userGuidance', 'recovered', 'otherReason'],
  },
  cancel: { kind: 'picked', from: ['noLongerNeeded', 'openedByMistake', 'duplicate', 'otherReason'] },
  closeUnresolved: { kind: 'picked', from: ['noAnswer', 'notSupported', 'notPossible'] },
} as const satisfies Record<Closing, Reasons>;

export const cloudServicesReasons = {
  resolve: { kind: 'fixed', reason: 'problemSolved' },
  cancel: { kind: 'picked', from: ['noLongerNeeded', 'openedByMistake', 'duplicate', 'solvedOtherwise', 'otherReason'] },
  closeUnresolved: { kind: 'picked', from: ['noAnswer', 'notSupported', 'notPossible'] },
} as const satisfies Record<Closing, Reasons>;

/** PS-6: from a list. */
export const professionalSupportReasons = {
  resolve: { kind: 'picked', from: ['problemSolved', 'workaround', 'closedEarly'] },
  cancel: { kind: 'picked', from: ['openedByMistake', 'duplicate', 'otherReason'] },
  closeUnresolved: { kind: 'picked', from: ['noAnswer', 'noSolution', 'notSupported', 'notPossible'] },
} as const satisfies Record<Closing, Reasons>;
