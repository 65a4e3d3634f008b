import type { DeskId } from '../catalogue/desk.ts';
import { deskIds } from '../catalogue/desks.ts';
import type { Role } from './principal.ts';

/** ID-3: directory roles by template id, and what they are here. */
const byDirectoryRole = new Map<string, readonly Role[]>([
  ['62e90394-69f5-4237-9190-012177145e10', ['tenantAdministrator', 'ticketManager']], // Global Administrator
  ['69091246-20e8-4a56-aa4d-066075b2a7a8', ['tenantAdministrator', 'ticketManager']], // Teams Administrator
  ['729827e3-9c14-49f7-bb1b-9608f156bbb8', ['ticketManager']], // Helpdesk Administrator
  ['f023fd81-a637-4b56-95fd-791ac0226033', ['ticketManager']], // Service Support Administrator
]);

/** What a person of a tenant is through these directory roles, each once. A role that isn't listed gives nothing. */
export const grantedByDirectory = (templateIds: readonly string[]): readonly Role[] => [
  ...new Set(templateIds.flatMap((id) => byDirectoryRole.get(id.toLowerCase()) ?? [])),
];

/** The template ids of the directory roles that make somebody this. */
export const directoryRolesGiving = (role: Role): readonly string[] =>
  [...byDirectoryRole].flatMap(([id, roles]) => (roles.includes(role) ? [id] : []));

/** CS-1: whether a delegated role lets a partner file service requests: the roles with which a customer's own people manage cases. */
export const carriesServiceRequests = (templateId: string): boolean => grantedByDirectory([templateId]).includes('ticketManager');

/** CS-3: the lesser of the roles with which a partner files service requests. */
export const isHelpdesk = (templateId: string): boolean => templateId.toLowerCase() === '729827e3-9c14-49f7-bb1b-9608f156bbb8';

/** What a tenant's administrator gives in the app. */
export const grantableRoles = ['ticketManager'] as const satisfies readonly Role[];
export type GrantableRole = (typeof grantableRoles)[number];

/** App roles, assigned in the operator's tenant: `Engineer.phoneNumbers`, `Lead.phoneNumbers`. */
export const appRolesOf = (desk: DeskId) => ({ engineer: `Engineer.${desk}`, lead: `Lead.${desk}` }) as const;

/** What a person of the operator's tenant is through app roles: a lead is an engineer too. */
export function grantedByApp(appRoles: readonly string[]): { readonly roles: readonly Role[]; readonly desks: readonly DeskId[] } {
  const leads = deskIds.some((desk) => appRoles.includes(appRolesOf(desk).lead));
  const desks = deskIds.filter((desk) => Object.values(appRolesOf(desk)).some((role) => appRoles.includes(role)));
  return { desks, roles: [...(desks.length > 0 ? ['engineer' as const] : []), ...(leads ? ['deskLead' as const] : [])] };
}
