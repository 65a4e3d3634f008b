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

/** What a person may let the desk read of themselves. */
export const ownProfile: Question<Profile> = { scope: 'User.Read', path: `/me?$select=${select}`, shape: profile };

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

const found = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      displayName: text,
      mail: text,
      userPrincipalName: text,
      userType: text,
      accountEnabled: z.boolean().nullish(),
    }),
  ),
});
export type FoundUsers = z.output<typeof found>;

/** Members with these words in their name or at the beginning of their address, one page; `undefined` where there is no word in it. */
export function usersWith(words: string): Question<FoundUsers> | undefined {
  const phrase = words.replace(/["\\]/g, ' ').trim().slice(0, 100);
  if (phrase === '') return undefined;
  const search = ['displayName', 'mail', 'userPrincipalName'].map((property) => `"${property}:${phrase}"`).join(' OR ');
  const fields = 'id,displayName,mail,userPrincipalName,userType,accountEnabled';
  return {
    scope: 'User.Read.All',
    path: `/users?$search=${encodeURIComponent(search)}&$select=${fields}&$top=50`,
    shape: found,
    indexed: true,
  };
}

const groupsHeld = z.object({ value: z.array(z.string()) });

/** Which of these groups, at most 20, a person is in, directly or through another. */
export const groupsOf = (personId: string, groupIds: readonly string[]): Question<z.output<typeof groupsHeld>> => ({
  scope: 'GroupMember.Read.All',
  path: `/users/${encodeURIComponent(personId)}/checkMemberGroups`,
  shape: groupsHeld,
  body: { groupIds },
});
