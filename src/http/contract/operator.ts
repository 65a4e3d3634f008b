import * as z from 'zod';
import { content, type Operation } from '../operation.ts';
import * as given from '../schemas/parameters.ts';
import * as tenant from '../schemas/tenant.ts';
import { writing } from './writing.ts';

const changing = [...writing, 'notFound', 'notAllowed', 'tenantState'] as const;
const onTenant = (step: string, summary: string) =>
  ({
    method: 'POST',
    path: `/tenants/{id}/${step}`,
    summary,
    action: 'manageTenants',
    params: given.byId,
    answers: { 200: tenant.tenantView },
  }) as const;

/** The organisations that the desk serves: the operator's leads alone. */
export const operatorOperations = {
  listTenants: {
    method: 'GET',
    path: '/tenants',
    summary: 'Organisations that came or are allowed to, by name',
    action: 'manageTenants',
    query: tenant.tenantQuery,
    answers: { 200: z.object({ items: z.array(tenant.tenantView), next: z.string().nullable() }) },
    problems: ['notAllowed'],
  },
  allowTenant: {
    method: 'POST',
    path: '/tenants',
    summary: 'Allows an organisation, before it comes or while it waits',
    action: 'manageTenants',
    body: tenant.allowing,
    answers: { 200: tenant.tenantView },
    problems: changing,
  },
  changeTenant: {
    method: 'PATCH',
    path: '/tenants/{id}',
    summary: 'Changes what an organisation is called, and whether it is a partner',
    action: 'manageTenants',
    params: given.byId,
    body: tenant.tenantChange,
    answers: { 200: tenant.tenantView },
    problems: changing,
  },
  suspendTenant: {
    ...onTenant('suspend', 'Shuts an organisation’s people out for now; nothing of theirs is lost'),
    body: tenant.suspending,
    problems: changing,
  },
  resumeTenant: { ...onTenant('resume', 'Lets a suspended organisation’s people in again'), problems: changing },
  exportTenant: {
    method: 'GET',
    path: '/tenants/{id}/export',
    summary: 'Everything of an organisation, one JSON value a line; the last says how much there was',
    action: 'manageTenants',
    params: given.byId,
    answers: { 200: content },
    produces: { 'application/jsonl': null },
    problems: ['notFound', 'notAllowed'],
  },
  removeTenant: {
    ...onTenant('remove', 'Removes a suspended organisation with everything of it, once an export holds all there is'),
    body: tenant.removing,
    problems: [...changing, 'exportFirst'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
