import type { Principal, Role } from '../../src/domain/access/principal.ts';
import type { Case } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import type { Happening } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import { open } from '../../src/domain/case/open.ts';
import type { DeskId } from '../../src/domain/catalogue/desk.ts';
import { findCaseType } from '../../src/domain/catalogue/desks.ts';
import { type Programme, programmes } from '../../src/domain/sla/programmes.ts';

export const contoso = '11111111-1111-4111-8111-111111111111';
export const fabrikam = '22222222-2222-4222-8222-222222222222';
export const operator = '99999999-9999-4999-8999-999999999999';

/** A person with these roles, of Contoso unless told otherwise; engineers are the operator's. */
export function person(id: string, roles: readonly Role[], more: Partial<Principal> = {}): Principal {
  const desk = roles.includes('engineer') || roles.includes('deskLead');
  return {
    tenantId: desk ? operator : contoso,
    tenantName: desk ? 'Operator' : 'Contoso',
    kind: desk ? 'operator' : 'customer',
    personId: id,
    name: id,
    email: `${id}@contoso.example`,
    roles,
    desks: desk ? ['phoneNumbers'] : [],
    domains: desk ? ['operator.example'] : ['contoso.example'],
    country: 'FR',
    locale: 'en',
    timeZone: 'Europe/Paris',
    ...more,
  };
}

export const amelie = person('amelie', ['member', 'ticketManager', 'tenantAdministrator']);
export const hugo = person('hugo', ['member', 'ticketManager']);
export const lea = person('lea', ['member']);
export const guest = person('guest', ['guest']);
export const stranger = person('stranger', ['member', 'ticketManager', 'tenantAdministrator'], {
  tenantId: fabrikam,
  tenantName: 'Fabrikam',
});
export const engineer = person('engineer', ['engineer']);
export const lead = person('lead', ['engineer', 'deskLead']);
export const partner = person('partner', ['member', 'partnerTechnician'], {
  tenantId: '33333333-3333-4333-8333-333333333333',
  kind: 'partner',
});

export const openedAt = '2026-06-01T08:00:00.000Z';
export const now = '2026-06-02T08:00:00.000Z';

/** A new case of Léa's, or as it stands with these changes. */
export function aCase(more: Partial<Case> = {}): Case {
  const found = findCaseType('otherQuestion');
  if (!found) throw new Error('the catalogue lacks otherQuestion');
  const values = { title: 'A question', description: 'Which numbers?', country: 'FR' };
  const made = open({
    id: 'case-1',
    number: 'CD-2222-2222',
    ...found,
    values,
    files: [],
    by: lea,
    tenantId: lea.tenantId,
    now: openedAt,
    programme: programmes.phoneNumbers,
  });
  return { ...made.case, ...more };
}

const everyDesk = (programme: Programme): Record<DeskId, Programme> => ({
  phoneNumbers: programme,
  rooms: programme,
  cloudServices: programme,
  professionalSupport: programme,
});

/** `given(case).when(command, by)`: the happenings, or the code of the refusal, and the case after them. */
export function given(case_: Case) {
  return {
    when(command: CaseCommand, by: Principal, at = now, programme: Programme = programmes.phoneNumbers) {
      const decided = decide(command, case_, { by, now: at, reopenWithinDays: 14, programmes: everyDesk(programme) });
      if (!decided.ok) return { refused: decided.error, happened: [] as string[], after: case_ };
      return {
        refused: undefined,
        happened: decided.value.map(brief),
        after: decided.value.reduce(evolve, case_),
      };
    },
  };
}

const brief = (event: Happening): string =>
  event.type === 'statusChanged'
    ? `${event.step}: ${event.from} → ${event.to}${event.reason ? ` (${event.reason})` : ''}`
    : event.type === 'assigned'
      ? `assigned: ${event.to?.name ?? 'nobody'}`
      : event.type;
