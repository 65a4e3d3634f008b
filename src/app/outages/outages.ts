import { v7 as uuidv7 } from 'uuid';
import { isEngineerOf, may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import { deskIds } from '../../domain/catalogue/desks.ts';
import type { Refusal } from '../../domain/errors.ts';
import { type Outage, outageIssues } from '../../domain/outage/outage.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { scopeOf } from '../people/people.ts';
import { recorded, recordRefusal } from '../refused.ts';
import { auditOf } from './audited.ts';
import { type OutageRow, type OutageView, rowOf, viewOf } from './present.ts';

export type GivenOutage = Pick<Outage, 'desk' | 'title' | 'description'>;

const notAllowed = { code: 'notAllowed', action: 'workOutages' } as const satisfies Refusal;

/** AG-4: outages of the desks the reader works for: those that go on first, then newest first. */
export async function outagesFor(deps: Deps, by: Principal): Promise<Result<readonly OutageRow[], Refusal>> {
  if (!may(by, 'workOutages')) return recordRefusal(deps, by, 'outage.list', null, notAllowed);
  const desks = deskIds.filter((desk) => isEngineerOf(by, desk));
  const found = await deps.store.outages.list(by.tenantId, desks);
  const counts = await deps.store.outages.counts(
    scopeOf(by),
    found.map(({ id }) => id),
  );
  return ok(found.map((outage) => rowOf(outage, counts.get(outage.id), by)));
}

/** What a case can be linked to. */
export type GoingOutage = Pick<Outage, 'id' | 'title'>;

/** AG-4: the outages that go on at a desk, newest first; none for whoever does not work for it. */
export async function goingOutages({ store }: Deps, by: Principal, desk: DeskId): Promise<readonly GoingOutage[]> {
  if (!isEngineerOf(by, desk)) return [];
  return (await store.outages.list(by.tenantId, [desk])).filter(({ state }) => state === 'open');
}

/** An outage with its cases and what was written on them. One of another desk is as if it did not exist. */
export async function outageFor(deps: Deps, by: Principal, id: string): Promise<Result<OutageView, Refusal>> {
  const found = await ownOutage(deps, by, id);
  return found ? ok(await viewOf(deps, found, by)) : refuse({ code: 'notFound' });
}

/** The outage, where this person works at its desk. */
export async function ownOutage(deps: Deps, by: Principal, id: string): Promise<Outage | undefined> {
  const found = await deps.store.outages.find(by.tenantId, id);
  return found && isEngineerOf(by, found.desk) ? found : undefined;
}

export async function openOutage(deps: Deps, by: Principal, given: GivenOutage): Promise<Result<OutageView, Refusal>> {
  if (!isEngineerOf(by, given.desk)) return recordRefusal(deps, by, 'outage.open', null, notAllowed);
  const checked = check(given);
  if (!checked.ok) return checked;
  const opened = await deps.store.inTenant(by.tenantId, async (tx) => {
    const outage: Outage = {
      ...checked.value,
      ...{ id: uuidv7(), state: 'open', version: 1, openedBy: by.personId, openedAt: tx.now, resolvedAt: null },
    };
    await tx.outages.save(outage);
    await tx.appendAudit(auditOf(by, 'outage.open', outage));
    return outage;
  });
  return ok(await viewOf(deps, opened, by));
}

/** Changes the words of an outage on the version that was seen (G-8); its customers read the new title at once. */
export async function changeOutage(
  deps: Deps,
  by: Principal,
  id: string,
  { given, version }: { readonly given: Omit<GivenOutage, 'desk'>; readonly version: number },
): Promise<Result<OutageView, Refusal>> {
  const there = await ownOutage(deps, by, id);
  if (!there) return recordRefusal(deps, by, 'outage.change', null, { code: 'notFound' });
  const checked = check({ ...given, desk: there.desk });
  if (!checked.ok) return checked;
  const saved = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<Outage, Refusal>> => {
    const before = await tx.outages.lock(id);
    if (before?.version !== version) return refuse({ code: 'outdated' });
    const after = { ...before, ...checked.value, version: version + 1 };
    await tx.outages.save(after);
    await tx.appendAudit(auditOf(by, 'outage.change', after, { title: before.title, description: before.description }));
    return ok(after);
  });
  return saved.ok ? ok(await viewOf(deps, saved.value, by)) : recorded(deps, by, 'outage.change', saved);
}

function check(given: GivenOutage): Result<GivenOutage, Refusal> {
  const trimmed = { ...given, title: given.title.trim(), description: given.description.trim() };
  const issues = outageIssues(trimmed);
  return issues.length > 0 ? refuse({ code: 'invalid', issues }) : ok(trimmed);
}
