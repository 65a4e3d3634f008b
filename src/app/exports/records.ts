import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { words } from '../../domain/i18n/index.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { packsFor } from '../entitlements/packs.ts';
import { outagesFor } from '../outages/outages.ts';
import { partnersFor } from '../partners/records.ts';
import type { RoomQuery } from '../ports.ts';
import { assignmentsFor } from '../rooms/assignments.ts';
import { type RoomView, roomsFor } from '../rooms/room-view.ts';
import { exportSheet, inOnePiece, type ListFile, timeColumn } from './sheet.ts';

type Exported = Promise<Result<ListFile, Refusal>>;
type ItemOf<L> = L extends (...args: never[]) => Promise<Result<{ readonly items: readonly (infer Row)[] }, Refusal>> ? Row : never;
type RowOf<L> = L extends (...args: never[]) => Promise<Result<readonly (infer Row)[], Refusal>> ? Row : never;

const pageSize = 100;
const several = (names: readonly { readonly name: string }[]): string => names.map(({ name }) => name).join(', ');

/** RM-2: rooms with how each is. */
export function exportRooms(deps: Deps, by: Principal, query: Omit<RoomQuery, 'cursor' | 'limit'>): Exported {
  const { exports, cases, roomPages } = words(by.locale);
  const { words: sought, ...narrowed } = query;
  const time = timeColumn<RoomView>(by);
  return exportSheet<RoomView>(deps, by, {
    list: 'rooms',
    narrowed: { ...narrowed, searched: sought !== null },
    page: (cursor) => roomsFor(deps, by, { ...query, cursor, limit: pageSize }),
    columns: [
      { title: cases.attributes.tenant, of: ({ tenant }) => tenant.name },
      { title: roomPages.site, of: ({ site }) => site },
      { title: roomPages.name, of: ({ name }) => name },
      { title: roomPages.email, of: ({ email }) => email },
      { title: roomPages.capacity, of: ({ capacity }) => capacity },
      time(exports.unhealthySince, ({ unhealthySince }) => unhealthySince),
      { title: exports.openIncidents, of: ({ incidents }) => incidents.length },
    ],
  });
}

/** RM-5: rooms that partners look after. */
export function exportRoomAssignments(deps: Deps, by: Principal): Exported {
  const { exports, roomPages, reports } = words(by.locale);
  type Row = RowOf<typeof assignmentsFor>['rooms'][number] & { readonly partner: string };
  return exportSheet<Row>(deps, by, {
    list: 'rooms-with-partners',
    page: inOnePiece(async () => {
      const all = await assignmentsFor(deps, by);
      return all.ok ? ok(all.value.flatMap(({ partner, rooms }) => rooms.map((room) => ({ ...room, partner: partner.name })))) : all;
    }),
    columns: [
      { title: reports.partner, of: ({ partner }) => partner },
      { title: roomPages.site, of: ({ site }) => site },
      { title: roomPages.name, of: ({ name }) => name },
      timeColumn<Row>(by)(exports.since, ({ since }) => since),
    ],
  });
}

/** PS-7: packs with what is left in each. */
export function exportPacks(deps: Deps, by: Principal, tenantId: string | null): Exported {
  const { exports, cases, packs, reports } = words(by.locale);
  return exportSheet<ItemOf<typeof packsFor>>(deps, by, {
    list: 'packs',
    narrowed: { tenantId },
    page: (cursor) => packsFor(deps, by, { tenantId, cursor }),
    columns: [
      { title: cases.attributes.tenant, of: ({ tenant }) => tenant.name },
      { title: packs.confirmation, of: ({ confirmation }) => confirmation },
      { title: packs.person, of: ({ account }) => account.name },
      { title: exports.alsoUsedBy, of: ({ people }) => several(people) },
      { title: packs.purchasedOn, of: ({ purchasedOn }) => purchasedOn },
      { title: reports.lapses, of: ({ lastDay }) => lastDay },
      { title: reports.left, of: ({ remaining }) => remaining },
      { title: reports.used, of: ({ incidents, remaining }) => incidents - remaining },
    ],
  });
}

/** CS-3, CS-5, CS-10: what is on record of partners. */
export function exportPartners(deps: Deps, by: Principal, sought: string | null): Exported {
  const { partners: says, reports } = words(by.locale);
  return exportSheet<ItemOf<typeof partnersFor>>(deps, by, {
    list: 'partners',
    narrowed: { searched: sought !== null },
    page: (cursor) => partnersFor(deps, by, { words: sought, cursor }),
    columns: [
      { title: reports.partner, of: ({ tenant }) => tenant.name },
      { title: says.contract, of: ({ contract }) => contract && says.levels[contract.level] },
      { title: says.lastDay, of: ({ contract }) => contract?.lastDay ?? null },
      { title: says.provider, of: ({ provider }) => provider?.name ?? null },
      { title: says.azureGrants, of: ({ azureGrants }) => several(azureGrants) },
      { title: says.supportGroup, of: ({ supportGroup }) => several(supportGroup) },
      { title: says.improper, of: ({ escalations }) => escalations.improper },
      { title: says.plan, of: ({ escalations: { plan } }) => plan && says.planStates[plan.state] },
      { title: says.dueDay, of: ({ escalations: { plan } }) => plan?.dueDay ?? null },
    ],
  });
}

/** AG-4: outages of one's desks. */
export function exportOutages(deps: Deps, by: Principal): Exported {
  const { exports, cases, outages } = words(by.locale);
  type Row = RowOf<typeof outagesFor>;
  const time = timeColumn<Row>(by);
  return exportSheet<Row>(deps, by, {
    list: 'outages',
    page: inOnePiece(() => outagesFor(deps, by)),
    columns: [
      { title: exports.title, of: ({ title }) => title },
      { title: cases.attributes.desk, of: ({ deskName }) => deskName },
      { title: cases.attributes.status, of: ({ state }) => outages.states[state] },
      { title: exports.openCases, of: (row) => row.cases.open },
      { title: exports.allCases, of: (row) => row.cases.total },
      time(cases.attributes.openedAt, ({ openedAt }) => openedAt),
      time(exports.resolvedAt, ({ resolvedAt }) => resolvedAt),
    ],
  });
}
