import { namePeople, packPeople, packsFor, recordPack } from '../../app/entitlements/packs.ts';
import { askForPack, decideRecovery, recoveriesFor } from '../../app/entitlements/recoveries.ts';
import { ok } from '../../domain/result.ts';
import type { packOperations } from '../contract/packs.ts';
import type { Handlers } from '../contract.ts';
import type { Call } from '../operation.ts';
import { etag } from './opened.ts';

const deciding =
  (state: 'approved' | 'declined') =>
  async ({ deps, by, params, body }: Pick<Call<(typeof packOperations)['approvePackRecovery']>, 'deps' | 'by' | 'params' | 'body'>) => {
    const decided = await decideRecovery(deps, by, params.id, { state, words: body.words });
    return decided.ok ? ok({ status: 200, body: decided.value } as const) : decided;
  };

export const packHandlers: Pick<Handlers, keyof typeof packOperations> = {
  listPacks: async ({ deps, by, query }) => {
    const page = await packsFor(deps, by, { tenantId: query.tenant?.toLowerCase() ?? null, cursor: query.cursor ?? null });
    return page.ok ? ok({ status: 200, body: { items: [...page.value.items], next: page.value.next } }) : page;
  },
  recordPack: async ({ deps, by, body }) => {
    const { tenant, person, ...order } = body;
    const pack = await recordPack(deps, by, { tenantId: tenant.toLowerCase(), personId: person.toLowerCase(), ...order });
    return pack.ok ? ok({ status: 201, body: pack.value, headers: etag(pack.value.version) }) : pack;
  },
  namePackPeople: async ({ deps, by, params, headers, body }) => {
    const people = body.people.map((id) => id.toLowerCase());
    const pack = await namePeople(deps, by, params.id, { people, version: headers['if-match'] });
    return pack.ok ? ok({ status: 200, body: pack.value, headers: etag(pack.value.version) }) : pack;
  },
  findPackPeople: async ({ deps, by, query }) => {
    const found = await packPeople(deps, by, { tenantId: query.tenant?.toLowerCase() ?? null, words: query.q });
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
  listPackRecoveries: async ({ deps, by }) => {
    const found = await recoveriesFor(deps, by);
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
  recoverPack: async ({ deps, by, body }) => {
    const asked = await askForPack(deps, by, body);
    return asked.ok ? ok({ status: 201, body: asked.value }) : asked;
  },
  approvePackRecovery: deciding('approved'),
  declinePackRecovery: deciding('declined'),
};
