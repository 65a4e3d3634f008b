import { listDrafts } from '../../src/app/cases/drafts.ts';
import { me } from '../../src/app/people/me.ts';
import { changeProfile } from '../../src/app/people/profile.ts';
import { authorizeOpening } from '../../src/domain/access/authorize.ts';
import { deskIds } from '../../src/domain/catalogue/desks.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { ActionOf } from '../actions.ts';
import { chooserCard } from '../cards/chooser.ts';
import { draftsCard } from '../cards/drafts.ts';
import { type Home, homeCard } from '../cards/home.ts';
import { languageCard } from '../cards/language.ts';
import { refusalCard } from '../cards/refusal.ts';
import type { Reply, Turn } from '../turn.ts';

/** PN-2. */
export async function home(turn: Turn, more: Pick<Home, 'note' | 'typed'> = {}): Promise<Reply> {
  const [who, drafts] = await Promise.all([me(turn.deps, turn.by), listDrafts(turn.deps, turn.by)]);
  return { card: homeCard(turn, { me: who, drafts, ...more }) };
}

/** PN-1: whoever may open nothing anywhere is told so before they choose. */
export async function create(turn: Turn, { category }: ActionOf<'create'>): Promise<Reply> {
  const allowed = deskIds.map((desk) => authorizeOpening(turn.by, desk, null));
  const refused = allowed.every(({ ok }) => !ok) ? allowed.find((one) => !one.ok) : undefined;
  return { card: refused ? refusalCard(turn, refused.error) : chooserCard(turn, category) };
}

export const drafts = async (turn: Turn): Promise<Reply> => ({ card: draftsCard(turn, await listDrafts(turn.deps, turn.by)) });

export const language = async (turn: Turn): Promise<Reply> => ({ card: languageCard(turn) });

/** G-13: the language chosen here holds for the tab and the notices too. */
export async function speak(turn: Turn, { locale }: ActionOf<'speak'>): Promise<Reply> {
  const changed = await changeProfile(turn.deps, turn.by, { locale });
  if (!changed.ok) return { card: refusalCard(turn, changed.error) };
  return home({ ...turn, by: { ...turn.by, locale } }, { note: words(locale).bot.language.set });
}
