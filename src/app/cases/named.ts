import { isEngineerOf } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { PersonRef } from '../../domain/case/events.ts';
import type { Refusal } from '../../domain/errors.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { outsideOf } from '../notices/contact-consent.ts';
import { memberOf } from '../organisation/grants.ts';
import type { CaseRequest } from './asked.ts';

/** Whom a request names, by id or by address, as the directory knows them. */
export interface NamedPeople {
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
}

const nobody: NamedPeople = { assignee: null, mentioned: [], strangers: [], next: refuse({ code: 'notFound' }), outside: [] };

/** Asked before the transaction: the directory may be somebody else's machine. */
export async function peopleNamed(deps: Deps, by: Principal, case_: Case, request: CaseRequest): Promise<NamedPeople> {
  if (request.do === 'transfer') return { ...nobody, next: await memberOf(deps, by, request.to, 'transfer') };
  if (request.do === 'edit') return { ...nobody, outside: await outsideOf(deps, case_.tenantId, request.contacts ?? []) };
  const to = request.do === 'assign' ? request.to : undefined;
  const mentions = request.do === 'note' ? [...new Set(request.mentions)] : [];
  if (to === undefined && mentions.length === 0) return nobody;
  const engineers = new Map((await deps.directory.engineers(case_.desk)).map((one) => [one.id, one]));
  const strangers = mentions.filter((id) => !engineers.has(id));
  return {
    ...nobody,
    assignee: (to !== undefined && engineers.get(to)) || null,
    mentioned: mentions.flatMap((id) => engineers.get(id) ?? []),
    strangers: isEngineerOf(by, case_.desk) ? await Promise.all(strangers.map((id) => nameOf(deps, by, id))) : strangers,
  };
}

/** The asker's own organisation alone is looked in. */
const nameOf = async ({ directory }: Deps, by: Principal, id: string): Promise<string> =>
  (await directory.person(by.tenantId, id))?.name || id;
