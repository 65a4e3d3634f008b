import { recordPlan } from '../../app/partners/plans.ts';
import { partnerPeople, partnersFor, recordPartner } from '../../app/partners/records.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { partnerOperations } from '../contract/partners.ts';
import type { Handlers } from '../contract.ts';
import { isId } from './ids.ts';
import { etag } from './opened.ts';

export const partnerHandlers: Pick<Handlers, keyof typeof partnerOperations> = {
  listPartners: async ({ deps, by, query }) => {
    const page = await partnersFor(deps, by, { words: query.q ?? null, cursor: query.cursor ?? null });
    return page.ok ? ok({ status: 200, body: { items: [...page.value.items], next: page.value.next } }) : page;
  },
  recordPartner: async ({ deps, by, params, headers, body }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const { contract, provider, azureGrants, supportGroup } = body;
    const value = {
      contract,
      provider: provider?.toLowerCase() ?? null,
      azureGrants: each(azureGrants),
      supportGroup: each(supportGroup),
    };
    const view = await recordPartner(deps, by, params.id.toLowerCase(), { value, version: headers['if-match'] });
    return view.ok ? ok({ status: 200, body: view.value, headers: etag(view.value.version) }) : view;
  },
  recordPlan: async ({ deps, by, params, headers, body }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const view = await recordPlan(deps, by, params.id.toLowerCase(), { plan: body, version: headers['if-match'] });
    return view.ok ? ok({ status: 200, body: view.value, headers: etag(view.value.escalations.version) }) : view;
  },
  findPartnerPeople: async ({ deps, by, params, query }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const found = await partnerPeople(deps, by, { tenantId: params.id.toLowerCase(), words: query.q });
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
};

const each = (ids: readonly string[]): readonly string[] => [...new Set(ids.map((id) => id.toLowerCase()))];
