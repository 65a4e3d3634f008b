import { caseReport } from '../../src/app/reports/case-report.ts';
import { customerBoard } from '../../src/app/reports/customer-board.ts';
import { escalationReport, packReport, roomReport } from '../../src/app/reports/other-reports.ts';
import { may } from '../../src/domain/access/authorize.ts';
import type { ActionOf } from '../actions.ts';
import { boardCard, customersOnACard } from '../cards/board.ts';
import { refusalCard } from '../cards/refusal.ts';
import { reportsCard } from '../cards/reports.ts';
import { transferCard } from '../cards/transfer.ts';
import type { Reply, Turn } from '../turn.ts';

/** What the tab's reports say, for whoever may see them. */
export async function reports(turn: Turn, { days }: ActionOf<'reports'>): Promise<Reply> {
  const { deps, by } = turn;
  const cases = await caseReport(deps, by, { days, desk: null });
  if (!cases.ok) return { card: refusalCard(turn, cases.error) };
  const [rooms, packs, escalations] = await Promise.all([roomReport(deps, by), packReport(deps, by), escalationReport(deps, by, days)]);
  return {
    card: reportsCard(turn, {
      cases: cases.value,
      rooms: rooms.ok ? rooms.value : null,
      packs: packs.ok ? packs.value.items : [],
      escalations: escalations.ok ? escalations.value.items : [],
    }),
  };
}

/** G-4: for whoever acts for customers. */
export async function board(turn: Turn): Promise<Reply> {
  const seen = await customerBoard(turn.deps, turn.by, { words: null, cursor: null, limit: customersOnACard });
  return { card: seen.ok ? boardCard(turn, seen.value) : refusalCard(turn, seen.error) };
}

/** G-17: people are looked for in the tab. */
export const transfer = async (turn: Turn): Promise<Reply> => ({
  card: may(turn.by, 'transferCases') ? transferCard(turn) : refusalCard(turn, { code: 'notAllowed', action: 'transferCases' }),
});
