import type { DeskId } from './catalogue/desk.ts';
import { deskIds } from './catalogue/desks.ts';
import type { CloudId } from './clouds.ts';

/** CS-11: in what else than its cloud's addresses an operator differs. */
export interface OperatorProfile {
  /** Any other desk is nowhere: neither on a page, in a card nor over the API. */
  readonly desks: readonly DeskId[];
  /** CS-10: a partner's request for a customer begins with self-help, where its case type has some. */
  readonly selfHelpFirst: boolean;
}

/** What each profile is unless the operator's settings say otherwise. Teams by 21Vianet has no numbers of its own, and nobody looks after rooms there. */
export const operatorProfiles: Readonly<Record<CloudId, OperatorProfile>> = {
  global: { desks: deskIds, selfHelpFirst: false },
  usGov: { desks: deskIds, selfHelpFirst: false },
  china: { desks: ['cloudServices', 'professionalSupport'], selfHelpFirst: true },
};
