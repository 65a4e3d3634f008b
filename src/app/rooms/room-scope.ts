import { customersAt, isEngineerOf, may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { scopeOf } from '../people/people.ts';
import type { Scope } from '../ports.ts';

/** Whose rooms a person sees: engineers of the rooms desk everybody's, members their organisation's, guests none; a partner's, RM-5, also those it looks after. */
export function roomScopeOf(by: Principal): Scope | undefined {
  if (!may(by, 'seeRooms')) return undefined;
  if (isEngineerOf(by, 'rooms')) return { kind: 'desks', desks: ['rooms'] };
  return customersAt(by, 'rooms').length > 0 ? scopeOf(by) : { kind: 'tenant', tenantId: by.tenantId };
}
