import { actingAs } from '../../src/app/cases/present.ts';
import type { RoomPage, RoomView } from '../../src/app/rooms/room-view.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { roomText } from '../../src/domain/room/room.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, heading, quoted, row, subtle, text } from './card.ts';

export const roomsOnACard = 10;

/** RM-2: what is out of order, since when, and by which case; a row opens it. */
export function roomsCard(turn: Turn, page: RoomPage): AdaptiveCard {
  const { bot, roomPages } = words(turn.by.locale);
  const { card: says } = roomPages;
  const { items, total, unhealthy } = page;
  const title = unhealthy === 0 ? says.well(total) : says.out(unhealthy, total);
  return card(turn, {
    speak: `${says.title}. ${title}`,
    body: [
      heading(says.title),
      text(title, { spacing: 'None', color: unhealthy === 0 ? 'Good' : 'Attention', weight: 'Bolder' }),
      actingLine(actingAs(turn.by)),
      ...items.map((room) => roomRow(turn, room)),
      ...(unhealthy > items.length ? [subtle(says.more(unhealthy - items.length), { spacing: 'Small' })] : []),
    ],
    buttons: [
      { title: says.inTab, url: turn.links.tab('rooms') },
      { title: bot.home.back, action: { do: 'home' } },
    ],
    refresh: { do: 'rooms' },
  });
}

function roomRow(turn: Turn, room: RoomView): CardElement {
  const { by } = turn;
  const says = words(by.locale).roomPages;
  const whose = room.tenant.id === by.tenantId ? '' : ` · ${quoted(room.tenant.name, 60)}`;
  const since = room.unhealthySince ? says.out(formatInstant(room.unhealthySince, by.timeZone, by.locale)) : says.well;
  const shown = room.incidents.find((one) => one.case !== null);
  const marks = [
    ...(room.incidents.some(({ highImpact }) => highImpact) ? [says.highImpact] : []),
    ...(room.incidents.some(({ byMonitoring }) => byMonitoring) ? [says.byMonitoring] : []),
  ];
  const items = [
    text(`**${quoted(roomText(room), 120)}**${whose}`),
    subtle([since, ...marks].join(' · ')),
    subtle(shown?.case ? `${shown.case.number} · ${quoted(shown.case.title, 90)}` : says.someIncident),
  ];
  if (!shown?.case) return { type: 'Container', separator: true, spacing: 'Small', items };
  return row(turn, items, { title: shown.case.number, action: { do: 'case', caseId: shown.case.id } });
}
