import { randomUUID } from 'node:crypto';
import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { execute } from '../cases/execute.ts';
import type { Deps } from '../deps.ts';
import { recordRefusal } from '../refused.ts';
import { memberOf } from './grants.ts';

/** What one call did, and how many open cases the person still has. */
export interface Transferred {
  readonly transferred: number;
  readonly left: number;
}

const notAllowed: Refusal = { code: 'notAllowed', action: 'transferCases' };

/** G-17: how many open cases somebody has, who may have left the directory long ago. */
export async function openCasesOf(deps: Deps, by: Principal, personId: string): Promise<Result<{ readonly open: number }, Refusal>> {
  if (!may(by, 'transferCases')) return recordRefusal(deps, by, 'case.transfer', null, notAllowed);
  const { open } = await deps.store.cases.countMine({ kind: 'tenant', tenantId: by.tenantId }, personId.toLowerCase());
  return ok({ open });
}

/**
 * G-17: gives a leaver's open cases to another member, each by itself and by the road of any change. At most `limits.batch` at a time, so that
 * asking again goes on where this ended; asking twice at once does nothing twice. Drafts stay: nobody else may read them.
 */
export async function transferCases(
  deps: Deps,
  by: Principal,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Result<Transferred, Refusal>> {
  const refused = (refusal: Refusal) => recordRefusal(deps, by, 'case.transfer', null, refusal);
  const [leaver, next] = [from.toLowerCase(), to.toLowerCase()];
  if (!may(by, 'transferCases')) return refused(notAllowed);
  if (leaver === next) return refuse({ code: 'invalid', issues: [{ field: 'to', fault: { is: 'asItIs' } }] });
  const person = await memberOf(deps, by, next, 'transferCases');
  if (!person.ok) return refused(person.error);
  const { items } = await deps.store.cases.list({ kind: 'tenant', tenantId: by.tenantId }, openOf(leaver));
  let transferred = 0;
  for (const { id } of items) {
    const done = await execute(deps, by, { do: 'transfer', caseId: id, from: leaver, to: next, version: null, key: randomUUID() });
    if (done.ok) transferred += 1;
  }
  const { open } = await deps.store.cases.countMine({ kind: 'tenant', tenantId: by.tenantId }, leaver);
  return ok({ transferred, left: open });
}

const openOf = (personId: string) =>
  ({
    list: 'mine',
    personId,
    state: 'open',
    words: null,
    desk: null,
    country: null,
    status: null,
    cursor: null,
    limit: limits.batch,
  }) as const;
