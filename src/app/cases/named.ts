import { authorize, isEngineerOf } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { PersonRef } from '../../domain/case/events.ts';
import { readCaseNumber } from '../../domain/case/number.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Outage } from '../../domain/outage/outage.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { outsideOf } from '../notices/contact-consent.ts';
import { memberOf } from '../organisation/grants.ts';
import { scopeOf } from '../people/people.ts';
import type { CaseRequest } from './asked.ts';
import { type Corrected, checkCorrection } from './correct.ts';
import { type FollowersNamed, followersNamed } from './followers.ts';

/** What a request names, by id, number or address, as it is found. */
export interface Named {
  /** Whom the case is to be assigned to; `null` for somebody who does not work for its desk. */
  readonly assignee: PersonRef | null;
  /** AG-3: colleagues of the desk, each once, in the order in which they were named. */
  readonly mentioned: readonly PersonRef[];
  /** Names, or ids where the asker's organisation knows no name, of those mentioned who don't work for the case's desk. */
  readonly strangers: readonly string[];
  /** G-17: whom the case is to be transferred to, or why not. */
  readonly next: Result<PersonRef, Refusal>;
  /** G-11: of the contacts, those whose owners have to agree first. */
  readonly outside: readonly string[];
  /** AG-4: of the asker's own organisation; to be linked to, or the one that the case is linked to. */
  readonly outage: Outage | undefined;
  /** AG-4: the case to merge into, where the asker works on it; not locked. */
  readonly into: Case | null;
  /** G-17: who is to follow it; `null` where nobody was named. */
  readonly followers: FollowersNamed | null;
  /** PN-13: the corrected form, or what is wrong with it. */
  readonly corrected: Result<Corrected, Refusal>;
}

const nothing: Named = {
  ...{ assignee: null, mentioned: [], strangers: [], next: refuse({ code: 'notFound' }), outside: [] },
  ...{ outage: undefined, into: null, followers: null, corrected: refuse({ code: 'notFound' }) },
};

/** Asked before the transaction: the directory may be somebody else's machine. */
export async function namedIn(deps: Deps, by: Principal, case_: Case, request: CaseRequest): Promise<Named> {
  if (request.do === 'merge') return { ...nothing, into: await otherCase(deps, by, request.into) };
  if (request.do === 'linkOutage') return { ...nothing, outage: await deps.store.outages.find(by.tenantId, request.outage) };
  if (request.do === 'unlinkOutage') return { ...nothing, outage: await deps.store.outages.find(by.tenantId, case_.outageId ?? '') };
  if (request.do === 'transfer') return { ...nothing, next: await memberOf(deps, by, request.to, 'transfer') };
  if (request.do === 'correct') {
    const corrected = await checkCorrection(deps, by, case_, request.input);
    return { ...nothing, corrected, outside: corrected.ok ? corrected.value.outside : [] };
  }
  if (request.do === 'edit') {
    const followers = request.followers ? await followersNamed(deps, by, case_, request.followers) : null;
    return { ...nothing, followers, outside: await outsideOf(deps, case_.tenantId, request.contacts ?? []) };
  }
  const to = request.do === 'assign' ? request.to : undefined;
  const mentions = request.do === 'note' ? [...new Set(request.mentions)] : [];
  if (to === undefined && mentions.length === 0) return nothing;
  const engineers = new Map((await deps.directory.engineers(case_.desk)).map((one) => [one.id, one]));
  const strangers = mentions.filter((id) => !engineers.has(id));
  return {
    ...nothing,
    assignee: (to !== undefined && engineers.get(to)) || null,
    mentioned: mentions.flatMap((id) => engineers.get(id) ?? []),
    strangers: isEngineerOf(by, case_.desk) ? await Promise.all(strangers.map((id) => nameOf(deps, by, id))) : strangers,
  };
}

/** By id or number; one that the asker could not merge is as if it did not exist. */
async function otherCase(deps: Deps, by: Principal, ref: string): Promise<Case | null> {
  const number = readCaseNumber(ref);
  const found = await deps.store.cases.find(scopeOf(by), number.ok ? { number: number.value } : { id: ref });
  return found && authorize(by, 'merge', found).ok ? found : null;
}

/** The asker's own organisation alone is looked in. */
const nameOf = async ({ directory }: Deps, by: Principal, id: string): Promise<string> =>
  (await directory.person(by.tenantId, id))?.name || id;
