import { standings } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { isExpired, type Pack, type PackUse } from '../../domain/entitlement/pack.ts';
import type { Deps } from '../deps.ts';
import { erasedName, nameOf } from '../people/names.ts';
import type { PersonView } from '../views.ts';
import { leadsPacks, packDesk } from './standing.ts';

export interface PackUseView {
  /** `null` where the reader may not open the case. */
  readonly caseId: string | null;
  readonly number: string;
  readonly by: PersonView;
  readonly at: string;
  readonly returnedAt: string | null;
}

/** A pack as one reader sees it. Days are `YYYY-MM-DD`. */
export interface PackView {
  readonly id: string;
  readonly tenant: { readonly id: string; readonly name: string };
  /** For the purchasing account and the desk; `null` for whoever it names. */
  readonly confirmation: string | null;
  readonly account: PersonView;
  readonly people: readonly PersonView[];
  readonly purchasedOn: string;
  readonly lastDay: string;
  readonly expired: boolean;
  readonly incidents: number;
  readonly remaining: number;
  readonly version: number;
  readonly mayName: boolean;
  readonly uses: readonly PackUseView[];
}

/** PS-7: these packs with what was taken from them, in their order. */
export async function packViews(deps: Deps, by: Principal, packs: readonly Pack[]): Promise<readonly PackView[]> {
  const uses: PackUse[] = [];
  for (const tenantId of new Set(packs.map((pack) => pack.tenantId))) {
    const ids = packs.filter((pack) => pack.tenantId === tenantId).map(({ id }) => id);
    uses.push(...(await deps.store.packs.uses(tenantId, ids)));
  }
  const views = [];
  for (const pack of packs) views.push(await viewOf(deps, by, pack, uses));
  return views;
}

async function viewOf(deps: Deps, by: Principal, pack: Pack, uses: readonly PackUse[]): Promise<PackView> {
  const { id, tenantId, accountId, purchasedOn, lastDay, incidents, remaining, version } = pack;
  const own = tenantId === by.tenantId && accountId === by.personId;
  return {
    ...{ id, purchasedOn, lastDay, incidents, remaining, version, mayName: own },
    tenant: { id: tenantId, name: await deps.directory.tenantName(tenantId) },
    confirmation: own || leadsPacks(by) ? pack.confirmation : null,
    account: await personOf(deps, by, tenantId, accountId),
    people: await Promise.all(pack.people.map((person) => personOf(deps, by, tenantId, person))),
    expired: isExpired(pack, deps.now()),
    uses: uses.filter(({ packId }) => packId === id).map((use) => useView(use, by, tenantId)),
  };
}

function useView({ caseId, caseNumber, caseRequester, at, returnedAt }: PackUse, by: Principal, tenantId: string): PackUseView {
  const seen = standings(by, { tenantId, desk: packDesk, requester: caseRequester, onBehalfOf: null }).length > 0;
  const person = { id: caseRequester.id, name: nameOf(caseRequester.name, by.locale), you: caseRequester.id === by.personId };
  return { caseId: seen ? caseId : null, number: caseNumber, by: person, at, returnedAt };
}

/** Packs name people by their ids; somebody who left has no name any more. */
export async function personOf(deps: Deps, by: Principal, tenantId: string, id: string): Promise<PersonView> {
  const person = await deps.directory.person(tenantId, id);
  return { id, name: person?.name ?? nameOf(erasedName, by.locale), you: tenantId === by.tenantId && id === by.personId };
}
