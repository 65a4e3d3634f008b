import type { Conversation } from './conversations.ts';
import type { SampleMember } from './organisations.ts';
import type { TeamsIds } from './teams-ids.ts';

/** A member as `TeamsInfo` reads it. */
export function memberAccount(ids: TeamsIds, { person, organisation }: SampleMember) {
  return {
    id: ids.person(person.id),
    aadObjectId: person.id,
    objectId: person.id,
    name: person.name,
    givenName: person.givenName,
    surname: person.surname,
    email: person.email,
    userPrincipalName: person.guest ? `${person.email.replace('@', '_')}#EXT#@${organisation.domains[0]}` : person.email,
    tenantId: organisation.id,
    userRole: person.guest ? 'guest' : 'user',
  };
}

/** Who is in a conversation: one person in a personal chat, the whole organisation in its team. */
export function membersOf({ member, organisation }: Conversation): SampleMember[] {
  return member ? [member] : organisation.people.map((person) => ({ person, organisation }));
}

/** One page of the roster. The token is the index to go on from, as opaque to the bot as Teams' own. */
export function pageOf<T>(
  all: readonly T[],
  size: number,
  token: string | null,
): { readonly members: T[]; readonly continuationToken?: string } {
  const from = Number(Buffer.from(token ?? '', 'base64url').toString() || 0) || 0;
  const members = all.slice(from, from + size);
  const next = from + size;
  return next < all.length ? { members, continuationToken: Buffer.from(String(next)).toString('base64url') } : { members };
}
