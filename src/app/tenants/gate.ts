import { type TenantKind, whyClosed } from '../../domain/access/tenant.ts';
import { TenantClosed } from '../faults.ts';
import type { Person, RegisterTransaction, SeenPerson, Tenant, Tenants } from '../ports.ts';

/** Lets organisations in, and registers those that come for the first time. */
export interface TenantGate {
  /** @throws TenantClosed where people of this tenant are not let in; one that nobody has seen yet passes here */
  pass(tenantId: string): Promise<void>;
  /**
   * Turns away whoever is the first of a tenant that nobody allowed, before anything of them is kept: their tenant waits from then on.
   *
   * @throws TenantClosed
   */
  meet(shown: SeenPerson): Promise<void>;
  /**
   * Registers the tenant of a person who has proved who they are, where it is not registered yet.
   *
   * @returns as what it is served
   * @throws TenantClosed
   */
  enter(person: Person): Promise<TenantKind>;
  /** What has just been changed is asked for anew. */
  forget(tenantId: string): void;
}

export interface GateParts {
  readonly tenants: Tenants;
  readonly operatorTenantId: string;
  /** Whether anybody who installs the app is served, or only who is on the operator's list. */
  readonly admission: 'open' | 'listed';
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** Milliseconds for which an answer counts: by then a suspension holds in every process. */
const believed = 5_000;
/** Tenants whose answer is remembered. */
const most = 10_000;

type Standing = Pick<Tenant, 'kind' | 'state'>;

export function tenantGate({ tenants, operatorTenantId, admission, now = () => performance.now() }: GateParts): TenantGate {
  const known = new Map<string, { readonly standing: Standing; readonly until: number }>();
  const operator = operatorTenantId.toLowerCase();

  function remember(tenantId: string, standing: Standing): Standing {
    known.delete(tenantId);
    known.set(tenantId, { standing, until: now() + believed });
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return standing;
  }

  async function standingOf(tenantId: string): Promise<Standing | undefined> {
    const before = known.get(tenantId);
    if (before && now() < before.until) return before.standing;
    const found = await tenants.find(tenantId);
    return found && remember(tenantId, found);
  }

  function admit(tenantId: string, { state }: Standing): void {
    // Whoever works the desk can't be shut out of it: nobody would be left to let them in again.
    const why = tenantId === operator ? undefined : whyClosed(state);
    if (why) throw new TenantClosed(why);
  }

  return {
    async pass(tenantId) {
      const id = tenantId.toLowerCase();
      const standing = await standingOf(id);
      if (standing) admit(id, standing);
    },
    async meet({ tenantId, id: personId, name, email, guest }) {
      const id = tenantId.toLowerCase();
      if (admission === 'open' || id === operator || (await standingOf(id))) return;
      const tenantName = (!guest && email.split('@')[1]?.toLowerCase()) || id;
      const first = { tenantId: id, tenantName, kind: 'customer', personId, name } as const;
      admit(id, remember(id, await tenants.change(operator, (tx) => arrive(tx, first, admission))));
    },
    async enter(person) {
      const id = person.tenantId.toLowerCase();
      const before = await standingOf(id);
      const arrives = !before || before.state === 'listed';
      const standing = arrives
        ? remember(id, await tenants.change(operator, (tx) => arrive(tx, { ...person, tenantId: id }, admission)))
        : before;
      admit(id, standing);
      // Only the directory says who the operator is; of the others the register knows more.
      if (person.kind === 'operator') return 'operator';
      return standing.kind === 'operator' ? 'customer' : standing.kind;
    },
    forget: (tenantId) => void known.delete(tenantId.toLowerCase()),
  };
}

type First = Pick<Person, 'tenantId' | 'tenantName' | 'kind' | 'personId' | 'name'>;

/** A tenant at its first request or installation: served at once, or waiting to be allowed. */
async function arrive(tx: RegisterTransaction, person: First, admission: GateParts['admission']): Promise<Tenant> {
  const { tenantId: id, tenantName, kind } = person;
  const before = await tx.lock(id);
  if (before && before.state !== 'listed') return before;
  const open = before !== undefined || kind === 'operator' || admission === 'open';
  const name = tenantName.slice(0, 200) || id;
  const tenant: Tenant = {
    ...(before ?? { id, kind, reason: null, exported: null }),
    ...{ name, state: open ? 'active' : 'waiting', registeredAt: tx.now, changedAt: tx.now },
  };
  await tx.save(tenant);
  const details = { name: person.name, tenant: id, tenantName: name, state: tenant.state };
  await tx.appendAudit({ ...actor(person), action: 'tenant.register', outcome: 'done', caseId: null, details });
  return tenant;
}

const actor = ({ tenantId, personId }: First) => ({ actorTenantId: tenantId, actorId: personId });

export type KnownTenant = Pick<Tenant, 'id' | 'name' | 'kind'>;

/** Registers organisations that are known beforehand: those of the local desk. */
export async function registerKnown(tenants: Tenants, operatorTenantId: string, organisations: readonly KnownTenant[]): Promise<void> {
  await tenants.change(operatorTenantId, async (tx) => {
    for (const { id, name, kind } of organisations) {
      if (await tx.lock(id)) continue;
      const tenant: Tenant = { id, name, kind, state: 'active', reason: null, registeredAt: tx.now, changedAt: tx.now, exported: null };
      await tx.save(tenant);
      const details = { tenant: id, tenantName: name, state: tenant.state };
      await tx.appendAudit({
        ...{ actorTenantId: operatorTenantId, actorId: 'service' },
        ...{ action: 'tenant.register', outcome: 'done', caseId: null, details },
      });
    }
  });
}
