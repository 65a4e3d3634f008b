import { authorize } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { principalOf } from '../people/people.ts';
import type { FoundPerson, TenantTransaction } from '../ports.ts';
import { visible } from './queries.ts';

/** Who is to follow a case, by the addresses that somebody gave. */
export interface FollowersNamed {
  readonly ids: readonly string[];
  /** Addresses of nobody who could follow it. */
  readonly strangers: readonly string[];
}

/** G-17: who follows a case, for those of its own organisation who may edit it; to anybody else it says nothing. */
export async function followersFor(deps: Deps, by: Principal, caseId: string): Promise<Result<readonly FoundPerson[], Refusal>> {
  const case_ = await visible(deps, by, { id: caseId });
  return case_ && mayName(by, case_) ? ok(await followersOf(deps, case_)) : refuse({ code: 'notFound' });
}

/** Those of them who may see it still. */
async function followersOf(deps: Deps, case_: Case): Promise<readonly FoundPerson[]> {
  const ids = await deps.store.followers.of(case_.tenantId, case_.id);
  const people = await Promise.all(ids.map((id) => principalOf(deps, case_.tenantId, id)));
  return people.flatMap((person) =>
    person && mayFollow(person, case_) ? [{ id: person.personId, name: person.name, email: person.email }] : [],
  );
}

/** G-17: whoever sees the case though it is not their own can follow it; its requester hears anyway. */
export async function followersNamed(deps: Deps, by: Principal, case_: Case, addresses: readonly string[]): Promise<FollowersNamed> {
  if (!mayName(by, case_)) return { ids: [], strangers: addresses };
  const now = new Map((await followersOf(deps, case_)).map(({ id, email }) => [email.toLowerCase(), id]));
  const ids = new Set<string>();
  const strangers: string[] = [];
  for (const address of new Set(addresses.map((one) => one.trim().toLowerCase()))) {
    const id = now.get(address) ?? (await followerAt(deps, case_, address));
    if (id === undefined) strangers.push(address);
    else if (id !== case_.requester.id) ids.add(id);
  }
  return { ids: [...ids], strangers };
}

/** Makes these the followers of a case. @param ids as many as it has room for, at most; what is asked sees to that. @returns how many came and went */
export async function setFollowers(
  { followers }: TenantTransaction,
  caseId: string,
  ids: readonly string[],
): Promise<{ readonly added: number; readonly removed: number }> {
  const before = await followers.of(caseId);
  const gone = before.filter((id) => !ids.includes(id));
  const fresh = ids.filter((id) => !before.includes(id));
  for (const id of gone) await followers.remove(caseId, id);
  for (const id of fresh) await followers.add(caseId, id);
  return { added: fresh.length, removed: gone.length };
}

const mayFollow = (person: Principal, case_: Case): boolean => authorize(person, 'follow', case_).ok;

const mayName = (by: Principal, case_: Case): boolean => by.tenantId === case_.tenantId && authorize(by, 'edit', case_).ok;

/** @param address lower case */
async function followerAt(deps: Deps, case_: Case, address: string): Promise<string | undefined> {
  const found = await deps.directory.searchPeople(case_.tenantId, address);
  const id = found.find(({ email }) => email.toLowerCase() === address)?.id;
  const person = id === undefined ? undefined : await principalOf(deps, case_.tenantId, id);
  return person && (id === case_.requester.id || mayFollow(person, case_)) ? id : undefined;
}
