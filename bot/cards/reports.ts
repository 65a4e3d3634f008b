import { actingAs } from '../../src/app/cases/present.ts';
import type { CaseReport } from '../../src/app/reports/case-report.ts';
import type { EscalationReport, PackReport, RoomReport } from '../../src/app/reports/other-reports.ts';
import { worksForTheDesk } from '../../src/domain/access/principal.ts';
import { openStatuses, statuses } from '../../src/domain/case/lifecycle.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { reportDays, responses, standings } from '../../src/domain/report/case-counts.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, facts, heading, subtle, text } from './card.ts';

interface Reported {
  readonly cases: CaseReport;
  readonly rooms: RoomReport | null;
  readonly packs: PackReport['items'];
  readonly escalations: EscalationReport['items'];
}

/** Organisations that a card names; the tab has the others. */
const mostNamed = 5;

/** The reports' numbers, without what is nought. */
export function reportsCard(turn: Turn, { cases, rooms, packs, escalations }: Reported): AdaptiveCard {
  const { bot, reports: says } = words(turn.by.locale);
  const { days } = cases;
  return card(turn, {
    speak: `${says.title}. ${says.summary(cases.opened, cases.open)}`,
    body: [
      heading(says.title),
      subtle(`${worksForTheDesk(turn.by) ? says.aboutDesk : says.aboutOrganisation} ${says.days[days]}.`),
      actingLine(actingAs(turn.by)),
      text(says.summary(cases.opened, cases.open), { weight: 'Bolder' }),
      ...section(says.byDesk, deskLines(turn, cases)),
      ...section(says.byResponse, responseLines(turn, cases)),
      ...section(says.bySeverity, severityLines(turn, cases)),
      ...section(says.byAge, ageLines(turn, cases)),
      ...roomElements(turn, rooms),
      ...section(
        says.packsLeft,
        packs.slice(0, mostNamed).map(({ tenant, left, incidents }) => [tenant.name, says.leftOf(left, incidents)]),
      ),
      ...section(
        says.byPartner,
        escalations.slice(0, mostNamed).map(({ tenant, improper, cases: all }) => [tenant.name, says.improperOf(improper, all)]),
      ),
    ],
    evenly: true,
    buttons: [
      ...reportDays
        .filter((other) => other !== days)
        .map((other) => ({ title: says.days[other], action: { do: 'reports', days: other } }) as const),
      { title: bot.case.inTab, url: turn.links.tab('reports') },
      { title: bot.home.back, action: { do: 'home' } },
    ],
    refresh: { do: 'reports', days },
  });
}

type Lines = readonly (readonly [name: string, value: string])[];

const section = (title: string, lines: Lines): readonly CardElement[] =>
  lines.length === 0 ? [] : [text(title, { weight: 'Bolder', separator: true }), { ...facts(lines), spacing: 'Small' }];

/** RM-2. */
function roomElements(turn: Turn, rooms: RoomReport | null): readonly CardElement[] {
  if (!rooms || rooms.rooms === 0) return [];
  const says = words(turn.by.locale).reports;
  const color = rooms.unhealthy === 0 ? 'Good' : 'Attention';
  return [
    text(says.rooms, { weight: 'Bolder', separator: true }),
    text(says.roomsAbout(rooms.rooms, rooms.unhealthy), { spacing: 'Small', color }),
  ];
}

function deskLines(turn: Turn, { desks }: CaseReport): Lines {
  const { statuses: names, waitingOnRequester } = words(turn.by.locale).cases;
  const said = { ...names, waitingOnRequester };
  return desks.filter(({ total }) => total > 0).map(({ desk, counts }) => [desk.name, counted(turn, statuses, counts, said)]);
}

/** SLA-1. */
function responseLines(turn: Turn, { firstResponse }: CaseReport): Lines {
  const says = words(turn.by.locale).reports;
  return firstResponse
    .filter(({ total }) => total > 0)
    .map(({ desk, counts }) => [desk.name, counted(turn, responses, counts, says.responses)]);
}

function severityLines(turn: Turn, { severities }: CaseReport): Lines {
  const says = words(turn.by.locale).reports;
  return severities
    .filter(({ total }) => total > 0)
    .map(({ severity, counts }) => [severity ?? says.noSeverity, counted(turn, standings, counts, says.standings)]);
}

/** Of what is open, by whose turn it is. */
function ageLines(turn: Turn, { ages }: CaseReport): Lines {
  const { cases, reports: says } = words(turn.by.locale);
  const named = { ...cases.statuses, waitingOnRequester: cases.waitingOnRequester };
  return ages.filter(({ total }) => total > 0).map(({ age, counts }) => [says.ages[age], counted(turn, openStatuses, counts, named)]);
}

/** `New 2 · Resolved 1`. */
const counted = <Key extends string>(
  { by }: Turn,
  keys: readonly Key[],
  counts: Readonly<Record<Key, number>>,
  names: Readonly<Record<Key, string>>,
): string =>
  keys
    .filter((key) => counts[key] > 0)
    .map((key) => literal(`${names[key]} ${counts[key].toLocaleString(by.locale)}`))
    .join(' · ');
