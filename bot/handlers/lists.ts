import { listCases, listsFor, widestList } from '../../src/app/cases/queries.ts';
import type { ListName } from '../../src/app/views.ts';
import { readCaseNumber } from '../../src/domain/case/number.ts';
import { unreadable } from '../../src/domain/text.ts';
import { type ActionOf, type Inputs, textInput } from '../actions.ts';
import { listCard, rowsOnACard } from '../cards/list.ts';
import { refusalCard } from '../cards/refusal.ts';
import { searchCard } from '../cards/search.ts';
import type { Reply, Turn } from '../turn.ts';
import { byNumber } from './case.ts';

/** What an engineer means by the words for a customer's lists. */
const forEngineers: Partial<Record<ListName, ListName>> = { mine: 'assignedToMe', waitingOnMe: 'assignedToMe', company: 'queue' };

/** G-4, AG-1: a page of a list. */
export async function list(turn: Turn, given: ActionOf<'list'>): Promise<Reply> {
  const theirs = forEngineers[given.list];
  const asked = theirs && listsFor(turn.by).includes(theirs) ? { ...given, list: theirs } : given;
  const { list: name, state, words, cursor } = asked;
  const page = await listCases(turn.deps, turn.by, {
    list: name,
    state,
    words,
    cursor,
    desk: null,
    country: null,
    status: null,
    limit: rowsOnACard,
  });
  return { card: page.ok ? listCard(turn, asked, page.value) : refusalCard(turn, page.error) };
}

/** By number or by words, in the widest list this person has. */
export async function search(turn: Turn, { words: asked }: ActionOf<'search'>, inputs: Inputs): Promise<Reply> {
  const sought = (asked || textInput(inputs, 'words')).trim().slice(0, 200).toWellFormed();
  if (sought === '' || unreadable(sought)) return { card: searchCard(turn) };
  const number = readCaseNumber(sought);
  if (number.ok || number.error === 'mistyped') return byNumber(turn, { do: 'number', number: sought });
  return list(turn, { do: 'list', list: widestList(turn.by), state: 'all', words: sought, cursor: null });
}
