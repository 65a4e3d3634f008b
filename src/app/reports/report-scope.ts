import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { scopeOf } from '../people/people.ts';
import type { Scope } from '../ports.ts';

/** What a person's reports are on: an engineer's desks, else their own organisation, for whoever sees all of its cases. */
export function reportScopeOf(by: Principal): Result<Scope, Refusal> {
  if (!may(by, 'seeReports')) return refuse({ code: 'notAllowed', action: 'seeReports' });
  const scope = scopeOf(by);
  return ok(scope.kind === 'desks' ? scope : { kind: 'tenant', tenantId: by.tenantId });
}
