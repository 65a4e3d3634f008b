import { caseFor } from '../../src/app/cases/queries.ts';
import { readCaseNumber } from '../../src/domain/case/number.ts';
import type { ActionOf } from '../actions.ts';
import { caseCard } from '../cards/case.ts';
import { outdatedCard } from '../cards/refusal.ts';
import { sharedCard } from '../cards/shared.ts';
import type { Reply, Turn } from '../turn.ts';

/** G-14: a shared case as this person may see it: with what is in it, or as everybody does. */
export async function shared(turn: Turn, { number }: ActionOf<'shared'>): Promise<Reply> {
  const read = readCaseNumber(number);
  if (!read.ok) return { card: outdatedCard(turn) };
  const found = await caseFor(turn.deps, turn.by, { number: read.value });
  return { card: found.ok ? caseCard(turn, found.value) : sharedCard(turn, read.value) };
}
