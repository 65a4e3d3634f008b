import type { PermissionName } from '../app/ports.ts';

/** Who consents: the administrator of every tenant that uses the desk, of the operator, or of a partner; or each person for themselves. */
export type Consenter = 'customer' | 'operator' | 'partner' | 'person';

export interface Scope {
  /** An application permission, with which the desk asks as itself; or a delegated one, with which it asks on a person's behalf. */
  readonly kind: 'application' | 'delegated';
  readonly consenter: Consenter;
  /** Whether the desk sends with it: there is no question by which it could be tried. */
  readonly sends?: true;
}

/** ID-4: every permission the desk uses. They only read, but for those that send, and none is needed; what each is for, and what is without it, stands in `i18n`. */
export const scopes = {
  'User.Read': { kind: 'delegated', consenter: 'person' },
  'User.Read.All': { kind: 'application', consenter: 'customer' },
  'RoleManagement.Read.Directory': { kind: 'application', consenter: 'customer' },
  'Organization.Read.All': { kind: 'application', consenter: 'customer' },
  'Place.Read.All': { kind: 'application', consenter: 'customer' },
  'Application.Read.All': { kind: 'application', consenter: 'operator' },
  'GroupMember.Read.All': { kind: 'application', consenter: 'operator' },
  'ServiceHealth.Read.All': { kind: 'application', consenter: 'operator' },
  'DelegatedAdminRelationship.Read.All': { kind: 'application', consenter: 'partner' },
  'Mail.Send': { kind: 'application', consenter: 'operator', sends: true },
  'TeamsActivity.Send.User': { kind: 'application', consenter: 'person', sends: true },
} as const satisfies Readonly<Record<PermissionName, Scope>>;

export type ScopeName = keyof typeof scopes;
