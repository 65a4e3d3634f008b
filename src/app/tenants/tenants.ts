import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { type TenantKind, type TenantState, type TenantStep, tenantAfter, tenantStepsFrom } from '../../domain/access/tenant.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { AuditEntry, CountedTenant, RegisterTransaction, Tenant, TenantQuery } from '../ports.ts';
import { recordRefusal } from '../refused.ts';
import type { Page } from '../views.ts';

/** An organisation as the operator's page shows it, with the steps that are open (G-9). */
export interface TenantView extends Omit<CountedTenant, 'exported'> {
  readonly exportedAt: string | null;
  readonly steps: readonly TenantStep[];
}

/** The operator's leads alone, whatever a role of another organisation is called. */
const leads = (by: Principal): boolean => by.kind === 'operator' && may(by, 'manageTenants');
const notAllowed = { code: 'notAllowed', action: 'manageTenants' } as const satisfies Refusal;

/** `undefined` for whoever may; else the refusal, recorded. */
export const refusedToOthers = async (deps: Deps, by: Principal, action: string): Promise<Result<never, Refusal> | undefined> =>
  leads(by) ? undefined : recordRefusal(deps, by, action, null, notAllowed);

export async function listTenants(deps: Deps, by: Principal, query: TenantQuery): Promise<Result<Page<TenantView>, Refusal>> {
  const refused = await refusedToOthers(deps, by, 'tenant.list');
  if (refused) return refused;
  const page = await deps.store.tenants.list(query);
  return ok({ items: page.items.map(viewOf), next: page.next });
}

/** Allows a tenant before it comes, one that waits, or one that was removed to come back. */
export async function allowTenant(
  deps: Deps,
  by: Principal,
  { id, name, kind }: { readonly id: string; readonly name: string; readonly kind: Exclude<TenantKind, 'operator'> },
): Promise<Result<TenantView, Refusal>> {
  return inRegister(deps, by, { id, action: 'tenant.allow' }, (before, tx) => {
    if (!before)
      return ok({ id, name: name || id, kind, state: 'listed', reason: null, registeredAt: null, changedAt: tx.now, exported: null });
    const state = tenantAfter('allow', before.state);
    return state && before.kind !== 'operator' ? ok({ ...before, ...(name && { name }), kind, state }) : wrong(before.state);
  });
}

/** What it is called, and what it is, until relationships tell. */
export async function changeTenant(
  deps: Deps,
  by: Principal,
  id: string,
  change: { readonly name?: string | undefined; readonly kind?: Exclude<TenantKind, 'operator'> | undefined },
): Promise<Result<TenantView, Refusal>> {
  return inRegister(deps, by, { id, action: 'tenant.change' }, (before) => {
    if (!before) return refuse({ code: 'notFound' });
    if (before.kind === 'operator' && change.kind) return wrong(before.state);
    return ok({ ...before, ...(change.name && { name: change.name }), ...(change.kind && { kind: change.kind }) });
  });
}

/** Shuts a tenant's people out for now; everything of theirs stays as it is. @param reason for the operator, and its audit trail */
export const suspendTenant = (deps: Deps, by: Principal, id: string, reason: string): Promise<Result<TenantView, Refusal>> =>
  step(deps, by, id, { step: 'suspend', reason });

export const resumeTenant = (deps: Deps, by: Principal, id: string): Promise<Result<TenantView, Refusal>> =>
  step(deps, by, id, { step: 'resume', reason: null });

const step = (deps: Deps, by: Principal, id: string, taken: { readonly step: TenantStep; readonly reason: string | null }) =>
  inRegister(deps, by, { id, action: `tenant.${taken.step}` }, (before) => stepped(before, taken.step, taken.reason));

export function stepped(before: Tenant | undefined, taken: TenantStep, reason: string | null): Result<Tenant, Refusal> {
  if (!before) return refuse({ code: 'notFound' });
  const state = before.kind === 'operator' ? undefined : tenantAfter(taken, before.state);
  return state ? ok({ ...before, state, reason }) : wrong(before.state);
}

const wrong = (state: TenantState): Result<never, Refusal> => refuse({ code: 'tenantState', state });

/** One change of the register by a lead, with its row in the operator's trail, done or refused. */
export async function inRegister(
  deps: Deps,
  by: Principal,
  { id, action }: { readonly id: string; readonly action: string },
  decide: (before: Tenant | undefined, tx: RegisterTransaction) => Result<Tenant, Refusal> | Promise<Result<Tenant, Refusal>>,
): Promise<Result<TenantView, Refusal>> {
  const refused = await refusedToOthers(deps, by, action);
  if (refused) return refused;
  const done = await deps.store.tenants.change(by.tenantId, async (tx: RegisterTransaction) => {
    const before = await tx.lock(id);
    const decided = await decide(before, tx);
    if (decided.ok) await tx.save(decided.value);
    await tx.appendAudit(entryOf(by, { id, action }, before, decided));
    return decided;
  });
  if (!done.ok) return done;
  deps.gate.forget(id);
  return tenantFor(deps, id);
}

function entryOf(
  by: Principal,
  { id, action }: { readonly id: string; readonly action: string },
  before: Tenant | undefined,
  decided: Result<Tenant, Refusal>,
): AuditEntry {
  const { name, kind, state, reason } = decided.ok
    ? decided.value
    : { name: before?.name, kind: before?.kind, state: before?.state, reason: null };
  return {
    ...{ actorTenantId: by.tenantId, actorId: by.personId, action, caseId: null },
    outcome: decided.ok ? 'done' : 'refused',
    details: {
      name: by.name,
      tenant: id,
      tenantName: name,
      kind,
      state,
      ...(reason && { reason }),
      ...(!decided.ok && { code: decided.error.code }),
    },
  };
}

export async function tenantFor(deps: Deps, id: string): Promise<Result<TenantView, Refusal>> {
  const { items } = await deps.store.tenants.list({ state: null, kind: null, words: id, cursor: null, limit: 10 });
  const found = items.find((tenant) => tenant.id === id.toLowerCase());
  return found ? ok(viewOf(found)) : refuse({ code: 'notFound' });
}

function viewOf({ exported, ...tenant }: CountedTenant): TenantView {
  return { ...tenant, exportedAt: exported?.at ?? null, steps: tenantStepsFrom(tenant) };
}
