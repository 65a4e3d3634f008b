import { formatDay } from '../../src/domain/time/format.ts';
import { useDesk } from '../desk.tsx';
import { Figure } from './figure.tsx';
import { type ReportFilter, useEscalationReport, usePackReport, useReportWords, useRoomReport } from './report-queries.ts';

/** RM-2: rooms out of order; not there for whoever has no room to look after. */
export function RoomFigure() {
  const { words } = useDesk();
  const says = useReportWords();
  const { data } = useRoomReport();
  if (!data || data.rooms === 0) return null;
  const bySite = data.items.some(({ site }) => site !== null);
  return (
    <Figure
      title={says.rooms}
      about={says.roomsAbout(data.rooms, data.unhealthy)}
      of={bySite ? says.site : words.cases.attributes.tenant}
      series={[
        { key: 'unhealthy', name: says.unhealthy, part: 'bad' },
        { key: 'well', name: says.well, part: 'good' },
      ]}
      rows={data.items.map(({ tenant, site, rooms, unhealthy }) => ({
        id: `${tenant.id} ${site ?? ''}`,
        name: bySite ? site || says.noSite : tenant.name,
        counts: { unhealthy, well: rooms - unhealthy },
      }))}
      csv={{ path: '/reports/rooms.csv', name: 'rooms-by-place' }}
    />
  );
}

/** PS-7: incidents left in packs; not there where there are no packs. */
export function PackFigure() {
  const { words, locale } = useDesk();
  const says = useReportWords();
  const { data } = usePackReport();
  if (!data || data.items.length === 0) return null;
  return (
    <Figure
      title={says.packsLeft}
      about={says.packsAbout}
      of={words.cases.attributes.tenant}
      series={[
        { key: 'left', name: says.left, part: 'good' },
        { key: 'used', name: says.used, part: 'quiet' },
      ]}
      rows={data.items.map(({ tenant, incidents, left, lastDay }) => ({
        ...tenant,
        counts: { left, used: incidents - left },
        more: [lastDay === null ? '–' : formatDay(lastDay, locale)],
      }))}
      more={[says.lapses]}
      csv={{ path: '/reports/packs.csv', name: 'packs-left' }}
    />
  );
}

/** CS-10: what partners escalated; not there where none of them did. */
export function EscalationFigure({ filter }: { readonly filter: ReportFilter }) {
  const says = useReportWords();
  const { data } = useEscalationReport(filter);
  if (!data || data.items.length === 0) return null;
  return (
    <Figure
      title={says.byPartner}
      about={says.byPartnerAbout}
      of={says.partner}
      series={[
        { key: 'improper', name: says.improper, part: 'bad' },
        { key: 'others', name: says.otherEscalations, part: 'quiet' },
      ]}
      rows={data.items.map(({ tenant, cases, improper }) => ({ ...tenant, counts: { improper, others: cases - improper } }))}
      csv={{ path: `/reports/escalations.csv?days=${filter.days}`, name: 'escalations-by-partner' }}
    />
  );
}
