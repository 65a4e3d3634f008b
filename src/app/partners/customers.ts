import { customersAt } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { folded } from '../../domain/text.ts';
import type { Deps } from '../deps.ts';

/** A customer to choose, for whom a case can be opened. */
export interface CustomerView {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  /** ISO 8601 in UTC: when the right to act ends by itself. */
  readonly until: string | null;
  /** The name of the reseller whose customer it is; `null` for one's own. */
  readonly reseller: string | null;
}

/** CS-1: the customers a person may act for at a desk, by name or domain; at most a hundred, by name. */
export async function customersFor(deps: Deps, by: Principal, desk: DeskId, words: string): Promise<readonly CustomerView[]> {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const all = await Promise.all(
    customersAt(by, desk).map(async ({ tenantId, name, until, reseller }) => ({
      id: tenantId,
      name,
      domains: await deps.directory.domains(tenantId),
      until,
      reseller: reseller?.name ?? null,
    })),
  );
  return all
    .filter(({ name, domains }) => wanted.every((word) => folded(`${name} ${domains.join(' ')}`).includes(word)))
    .slice(0, limits.page);
}
