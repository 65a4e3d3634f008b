import { exportTenant } from '../../app/tenants/export.ts';
import { removeTenant } from '../../app/tenants/removal.ts';
import { allowTenant, changeTenant, listTenants, resumeTenant, suspendTenant, type TenantView } from '../../app/tenants/tenants.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { operatorOperations } from '../contract/operator.ts';
import type { Handlers } from '../contract.ts';
import { isId } from './ids.ts';

const shown = (done: Result<TenantView, Refusal>) => (done.ok ? ok({ status: 200, body: done.value } as const) : done);
const nothing = { code: 'notFound' } as const;

export const operatorHandlers: Pick<Handlers, keyof typeof operatorOperations> = {
  listTenants: async ({ deps, by, query }) => {
    const { q, state = null, kind = null, cursor = null, limit } = query;
    const page = await listTenants(deps, by, { words: q || null, state, kind, cursor, limit });
    return page.ok ? ok({ status: 200, body: { items: [...page.value.items], next: page.value.next } }) : page;
  },
  allowTenant: async ({ deps, by, body }) => shown(await allowTenant(deps, by, { ...body, id: body.id.toLowerCase() })),
  changeTenant: async ({ deps, by, params, body }) =>
    isId(params.id) ? shown(await changeTenant(deps, by, params.id, body)) : refuse(nothing),
  suspendTenant: async ({ deps, by, params, body }) =>
    isId(params.id) ? shown(await suspendTenant(deps, by, params.id, body.reason)) : refuse(nothing),
  resumeTenant: async ({ deps, by, params }) => (isId(params.id) ? shown(await resumeTenant(deps, by, params.id)) : refuse(nothing)),
  exportTenant: async ({ deps, by, params }) => {
    if (!isId(params.id)) return refuse(nothing);
    const file = await exportTenant(deps, by, params.id);
    if (!file.ok) return file;
    const { name, content } = file.value;
    return ok({ status: 200, body: { file: { name }, type: 'application/jsonl; charset=utf-8', content } });
  },
  removeTenant: async ({ deps, by, params, body }) =>
    isId(params.id) ? shown(await removeTenant(deps, by, params.id, body.name)) : refuse(nothing),
};
