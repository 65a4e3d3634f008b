import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { type PersonSection, personSections } from '../ports/person-data.ts';
import type { Erasure, FoundPerson, TenantRules } from '../ports.ts';
import { recordRefusal } from '../refused.ts';

export interface PersonFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}
export type Erased = Omit<Erasure, 'restated'> & TenantRules['leaverNames'];

/** G-15: everything the desk keeps of oneself. */
export const exportOwn = (deps: Deps, by: Principal): Promise<Result<PersonFile, Refusal>> => fileOf(deps, by, by.personId);

/** G-15: everything the desk keeps of a person of the administrator's tenant, on that person's behalf. */
export async function exportPerson(deps: Deps, by: Principal, personId: string): Promise<Result<PersonFile, Refusal>> {
  const refused = (refusal: Refusal) => recordRefusal(deps, by, 'person.export', null, refusal);
  if (!may(by, 'exportPerson')) return refused({ code: 'notAllowed', action: 'exportPerson' });
  const id = personId.toLowerCase();
  return (await known(deps, by, id)) ? fileOf(deps, by, id) : refused({ code: 'notFound' });
}

/** Whose data can be asked for: members, and who only stands in the desk, having left; at most 20. */
export async function findAnybody(deps: Deps, by: Principal, words: string): Promise<Result<readonly FoundPerson[], Refusal>> {
  if (!may(by, 'exportPerson')) return recordRefusal(deps, by, 'people.find', null, { code: 'notAllowed', action: 'exportPerson' });
  const [members, others] = await Promise.all([
    deps.directory.searchPeople(by.tenantId, words),
    deps.store.personData.search(by.tenantId, words),
  ]);
  return ok(
    [...new Map([...others, ...members].map((one) => [one.id, one])).values()].sort((a, b) => a.name.localeCompare(b.name)).slice(0, 20),
  );
}

/**
 * G-15: erases what the desk keeps of a person; their name where they acted goes too where the tenant decided so. What they wrote in cases
 * stays, for it is the organisation's (docs/decisions/0010-erasure.md). Nobody does it to themselves, so that two know of it.
 */
export async function erasePerson(deps: Deps, by: Principal, personId: string): Promise<Result<Erased, Refusal>> {
  const refused = (refusal: Refusal) => recordRefusal(deps, by, 'person.erase', null, refusal);
  const id = personId.toLowerCase();
  if (!may(by, 'erasePerson')) return refused({ code: 'notAllowed', action: 'erasePerson' });
  if (id === by.personId) return refused({ code: 'notAllowed', action: 'erasePerson', why: 'notYourself' });
  const person = await known(deps, by, id);
  if (!person) return refused({ code: 'notFound' });
  const erased = await deps.store.inTenant(by.tenantId, async (tx): Promise<Erased> => {
    const { names } = (await tx.rules.find('leaverNames')).value;
    const { restated, ...counts } = await tx.erasePerson(id, { names, addresses: person.addresses });
    const done = { names, ...counts };
    await tx.appendAudit({
      actorTenantId: by.tenantId,
      actorId: by.personId,
      action: 'person.erase',
      outcome: 'done',
      caseId: null,
      details: { name: by.name, person: id, ...done, ...(restated.length > 0 && { restated }) },
    });
    return done;
  });
  deps.directory.forget?.(by.tenantId, id);
  return ok(erased);
}

/** Whether the person is of this tenant, to the directory or to the desk alone. */
async function known(
  deps: Deps,
  { tenantId }: Principal,
  personId: string,
): Promise<{ readonly addresses: readonly string[] } | undefined> {
  const person = await deps.directory.person(tenantId, personId);
  if (person) return { addresses: [person.email] };
  return (await deps.store.personData.knows(tenantId, personId)) ? { addresses: [] } : undefined;
}

async function fileOf(deps: Deps, by: Principal, personId: string): Promise<Result<PersonFile, Refusal>> {
  await deps.store.inTenant(by.tenantId, (tx) =>
    tx.appendAudit({
      actorTenantId: by.tenantId,
      actorId: by.personId,
      action: 'person.export',
      outcome: 'done',
      caseId: null,
      details: { name: by.name, person: personId },
    }),
  );
  return ok({ name: `case-desk-person-${deps.now().slice(0, 10)}.json`, content: contentOf(deps, by.tenantId, personId) });
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** Section by section and page by page, while it is sent. */
async function* contentOf(deps: Deps, tenantId: string, personId: string): AsyncIterable<Uint8Array> {
  yield bytes(`{"tenantId":${JSON.stringify(tenantId)},"personId":${JSON.stringify(personId)},"at":${JSON.stringify(deps.now())}`);
  for (const section of personSections) {
    yield bytes(`,\n${JSON.stringify(section)}:[`);
    let first = true;
    for await (const row of rowsOf(deps, tenantId, personId, section)) {
      yield bytes(`${first ? '' : ','}\n${JSON.stringify(row)}`);
      first = false;
    }
    yield bytes(']');
  }
  yield bytes('}\n');
}

async function* rowsOf(deps: Deps, tenantId: string, personId: string, section: PersonSection): AsyncIterable<unknown> {
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<Deps['store']['personData']['page']>> = await deps.store.personData.page(
      tenantId,
      personId,
      section,
      after,
    );
    yield* page.rows;
    after = page.next;
  }
}
