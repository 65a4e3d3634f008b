import { desksOpenTo, may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { actingAs } from '../cases/present.ts';
import { listsFor } from '../cases/queries.ts';
import type { Deps } from '../deps.ts';
import { countRecoveries } from '../entitlements/recoveries.ts';
import { leadsPacks, mayHavePacks } from '../entitlements/standing.ts';
import { countDeliveries } from '../notices/deliveries.ts';
import { leadsPartners } from '../partners/records.ts';
import { roomScopeOf } from '../rooms/room-scope.ts';
import type { MeView } from '../views.ts';
import { scopeOf } from './people.ts';

/** Who one is here, what one may, and how much is waiting. */
export async function me(deps: Deps, by: Principal): Promise<MeView> {
  const scope = scopeOf(by);
  return {
    person: { id: by.personId, name: by.name, email: by.email },
    tenant: { id: by.tenantId, name: by.tenantName },
    roles: by.roles,
    views: listsFor(by),
    mayOpen: desksOpenTo(by).length > 0,
    maySeeReports: may(by, 'seeReports'),
    mayReadFeedback: may(by, 'readFeedback'),
    undelivered: await countDeliveries(deps, by),
    mayManageOrganisation: may(by, 'manageGrants'),
    mayManageChannels: may(by, 'subscribeChannel'),
    mayManageMachines: may(by, 'manageMachines'),
    mayManageTenants: by.kind === 'operator' && may(by, 'manageTenants'),
    mayCheckSetUp: by.kind === 'operator' && may(by, 'checkSetUp'),
    maySeeRooms: roomScopeOf(by) !== undefined,
    desks: by.desks,
    mayManageRooms: may(by, 'manageRooms'),
    mayAssignRooms: may(by, 'assignRooms'),
    mayWriteReplies: by.kind === 'operator' && may(by, 'writeReplies'),
    partners: leadsPartners(by) ? 'manages' : may(by, 'seeCustomers') ? 'own' : null,
    packs: leadsPacks(by) ? 'manages' : mayHavePacks(by) ? 'own' : null,
    packRecoveries: await countRecoveries(deps, by),
    locale: by.locale,
    timeZone: by.timeZone,
    counts: await deps.store.cases.countMine(scope.kind === 'desks' ? { kind: 'tenant', tenantId: by.tenantId } : scope, by.personId),
    actingAs: actingAs(by),
  };
}
