import type { Case } from '../case/case.ts';
import type { PersonRef } from '../case/events.ts';
import type { Action, Standing } from './policy.ts';
import type { Principal } from './principal.ts';

/** G-10: who of a tenant's own side may close its cases. `ticketManagers` is the policy as it stands: the requester and whoever manages tickets. */
export type ClosingRule =
  | { readonly who: 'ticketManagers' }
  | { readonly who: 'requester' }
  | { readonly who: 'named'; readonly people: readonly PersonRef[] };

export const unnarrowed: ClosingRule = { who: 'ticketManagers' };

/** Who may close where a tenant has narrowed it: said to whoever may not. */
export interface Closers {
  readonly who: 'requester' | 'named';
  readonly names: readonly string[];
}

/** The steps that a tenant may narrow. Closing unresolved is the desk's alone. */
export const narrowable = ['resolve', 'cancel'] as const;
export type Narrowable = (typeof narrowable)[number];
export const isNarrowable = (action: Action): action is Narrowable => (narrowable as readonly Action[]).includes(action);

const ofTheDesk: readonly Standing[] = ['engineer', 'deskLead'];

/**
 * Whether the rule keeps this person from closing a case that the policy would let them close, and who may instead. It only ever takes
 * away, and never from the desk.
 */
export function keptFromClosing(
  rule: ClosingRule,
  principal: Pick<Principal, 'personId'>,
  standings: readonly Standing[],
  case_: Pick<Case, 'requester'>,
): Closers | undefined {
  if (rule.who === 'ticketManagers' || standings.some((standing) => ofTheDesk.includes(standing))) return undefined;
  if (rule.who === 'requester') return standings.includes('requester') ? undefined : { who: 'requester', names: [case_.requester.name] };
  if (rule.people.some(({ id }) => id === principal.personId)) return undefined;
  return { who: 'named', names: rule.people.map(({ name }) => name) };
}
