import { InputFault } from '../../src/app/faults.ts';
import type { ActionName, ActionOf, Inputs, Pressed } from '../actions.ts';
import { outdatedCard } from '../cards/refusal.ts';
import type { Reply, Turn } from '../turn.ts';
import { byNumber, change, insertReply, more, showCase, timeline, write } from './case.ts';
import { dropSubscription, post, saveSubscription, subscribe, unsubscribe } from './channels.ts';
import { feedback, giveFeedback } from './feedback.ts';
import { begin, beginByDomain, byDomain, correct, draft, dropDraft, endSelfHelp, keepDraft, sendDraft } from './form.ts';
import { create, drafts, followAnnouncement, followOutage, home, language, speak } from './home.ts';
import { list, search } from './lists.ts';
import { choices, confirmAddress, keepAddress, profile, saveChoices, sendCode } from './profile.ts';
import { board, reports, transfer } from './reports.ts';
import { rooms } from './rooms.ts';
import { shared } from './shared.ts';

type Handler<N extends ActionName> = (turn: Turn, action: ActionOf<N>, inputs: Inputs) => Promise<Reply>;

/** What answers each action, whether it was typed, pressed in a card or pressed in a dialog. */
const handlers: { readonly [N in ActionName]: Handler<N> } = {
  home: (turn) => home(turn),
  create,
  begin,
  byDomain: (turn, action) => byDomain(turn, action),
  beginByDomain,
  endSelfHelp: (turn, action) => endSelfHelp(turn, action),
  correct,
  drafts,
  draft,
  keepDraft,
  sendDraft,
  dropDraft,
  list,
  search,
  case: (turn, action) => showCase(turn, action),
  number: byNumber,
  timeline,
  more,
  write: (turn, action) => write(turn, action),
  change,
  insertReply,
  followAnnouncement,
  followOutage,
  feedback,
  giveFeedback,
  rooms: (turn) => rooms(turn),
  board: (turn) => board(turn),
  reports,
  transfer: (turn) => transfer(turn),
  profile,
  confirmAddress,
  sendCode,
  keepAddress,
  choices,
  saveChoices,
  language,
  speak,
  post,
  shared,
  subscribe: (turn) => subscribe(turn),
  saveSubscription,
  unsubscribe: (turn) => unsubscribe(turn),
  dropSubscription,
  unknown: (turn, { text }) => home(turn, { typed: text }),
};

/** Answers one action. What it names that can't be read, as the cursor of another list, makes it outdated (F-6). */
export async function answer(turn: Turn, { action, inputs }: Pressed): Promise<Reply> {
  try {
    return await (handlers[action.do] as (turn: Turn, action: Pressed['action'], inputs: Inputs) => Promise<Reply>)(turn, action, inputs);
  } catch (fault) {
    if (fault instanceof InputFault) return { card: outdatedCard(turn) };
    throw fault;
  }
}
