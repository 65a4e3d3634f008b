import type { Actor } from '../case/events.ts';
import type { DeskId } from '../catalogue/desk.ts';
import type { Locale } from '../i18n/locale.ts';
import type { ClosingRule } from './closing-rule.ts';

/** What a person may be, granted by the directory or in the app. */
export const roles = ['guest', 'member', 'ticketManager', 'tenantAdministrator', 'partnerTechnician', 'engineer', 'deskLead'] as const;
export type Role = (typeof roles)[number];

/** By which right a partner's person acts for a customer: each desk names the one that counts there. */
export type ActsBy = 'delegatedRelationship' | 'assignedRooms';

/** CS-1: a customer for whom a partner's person may act now. */
export interface ActsFor {
  readonly tenantId: string;
  readonly name: string;
  readonly by: ActsBy;
  /** ISO 8601 in UTC; `null` where the right has no end of its own. */
  readonly until: string | null;
  /** CS-1: the reseller of this provider's whose relationship it is; left out where it is one's own. */
  readonly reseller?: { readonly id: string; readonly name: string };
  /** CS-3: a helpdesk role is all that was delegated. */
  readonly helpdeskOnly?: boolean;
}

/** A person as the token and the directory prove them; never from a card's or a request's content (ID-1). People are keyed by tenant and id. */
export interface Principal {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly kind: 'customer' | 'partner' | 'operator';
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Desks an engineer or a desk lead works for; empty for everybody else. */
  readonly desks: readonly DeskId[];
  /** CS-11: desks that this operator does not offer; left out where it offers all. */
  readonly withheld?: readonly DeskId[];
  /** Verified domains of the person's organisation, lower case. */
  readonly domains: readonly string[];
  /** Alpha-2 country of the organisation, where forms start. */
  readonly country: string | null;
  /** Whom this partner's person may act for; left out for everybody else. */
  readonly actsFor?: readonly ActsFor[];
  /** G-10: what their own organisation has ruled, as it was when they were let in; left out where nobody looked. */
  readonly closing?: ClosingRule;
  readonly locale: Locale;
  /** IANA zone of the reader. */
  readonly timeZone: string;
}

export const worksForTheDesk = (principal: Pick<Principal, 'roles'>): boolean =>
  principal.roles.includes('engineer') || principal.roles.includes('deskLead');

/** The principal as the timeline will name them. */
export const actorOf = (principal: Principal): Actor => ({
  tenantId: principal.tenantId,
  id: principal.personId,
  name: principal.name,
  side: worksForTheDesk(principal) ? 'desk' : principal.kind === 'partner' ? 'partner' : 'customer',
});
