import * as z from 'zod';
import type { Question } from './client.ts';

/** A string of Graph's, no longer than the desk shows. */
const text = z
  .string()
  .nullish()
  .transform((value) => value?.slice(0, 200) ?? '');

const profile = z.object({
  displayName: text,
  mail: text,
  userPrincipalName: text,
  preferredLanguage: text,
  userType: text,
  usageLocation: text,
  accountEnabled: z.boolean().nullish(),
});
export type Profile = z.output<typeof profile>;

const select = 'displayName,mail,userPrincipalName,preferredLanguage,userType,usageLocation,accountEnabled';

export const profileOf = (personId: string): Question<Profile> => ({
  scope: 'User.Read.All',
  path: `/users/${encodeURIComponent(personId)}?$select=${select}`,
  shape: profile,
});

/** Without the permission, roles come with an id and nothing else. */
const directoryRole = z.object({ roleTemplateId: z.string().nullish() });
export type DirectoryRole = z.output<typeof directoryRole>;

export const directoryRolesOf = (personId: string): Question<DirectoryRole> => ({
  scope: 'RoleManagement.Read.Directory',
  path: `/users/${encodeURIComponent(personId)}/transitiveMemberOf/microsoft.graph.directoryRole?$select=id,roleTemplateId&$count=true&$top=999`,
  shape: directoryRole,
  indexed: true,
});

const organization = z.object({
  displayName: text,
  countryLetterCode: text,
  verifiedDomains: z.array(z.object({ name: z.string() })).max(5_000),
});
export type Organization = z.output<typeof organization>;

/** A list of one. */
export const ownOrganization: Question<Organization> = {
  scope: 'Organization.Read.All',
  path: '/organization?$select=displayName,countryLetterCode,verifiedDomains',
  shape: organization,
};

const groupsHeld = z.object({ value: z.array(z.string()) });

/** Which of these groups, at most 20, a person is in, directly or through another. */
export const groupsOf = (personId: string, groupIds: readonly string[]): Question<z.output<typeof groupsHeld>> => ({
  scope: 'GroupMember.Read.All',
  path: `/users/${encodeURIComponent(personId)}/checkMemberGroups`,
  shape: groupsHeld,
  body: { groupIds },
});
