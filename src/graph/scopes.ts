/** Whose administrator consents: every tenant that uses the desk, the operator, or a partner. */
export type Consenter = 'customer' | 'operator' | 'partner';

export interface Scope {
  readonly consenter: Consenter;
  readonly purpose: string;
  /** What the desk does where it was refused. */
  readonly without: string;
}

/** ID-4: every permission the desk uses, all of them application permissions that only read, and none needed. */
export const scopes = {
  'User.Read.All': {
    consenter: 'customer',
    purpose: 'a person’s name, address, language and country, whether they are a guest, and whether their account is still in use',
    without: 'what their token or Teams’ roster says',
  },
  'RoleManagement.Read.Directory': {
    consenter: 'customer',
    purpose: 'which directory roles a person holds, through groups too',
    without: 'the roles in their last token',
  },
  'Organization.Read.All': {
    consenter: 'customer',
    purpose: 'the organisation’s name, verified domains and country',
    without: 'the domain of a person’s user name',
  },
  'Application.Read.All': {
    consenter: 'operator',
    purpose: 'who was given the roles of engineer and lead',
    without: 'the app roles in an engineer’s last token',
  },
  'GroupMember.Read.All': {
    consenter: 'operator',
    purpose: 'engineers who have their role through a group, and a partner’s people in the groups it assigned',
    without: 'the same as without Application.Read.All; a partner’s relationships can’t be used',
  },
  'DelegatedAdminRelationship.Read.All': {
    consenter: 'partner',
    purpose: 'a partner’s relationships with its customers, their roles, assignments and end dates',
    without: 'nobody files for a customer',
  },
} as const satisfies Readonly<Record<string, Scope>>;

export type ScopeName = keyof typeof scopes;
