import { listDrafts } from '../../src/app/cases/drafts.ts';
import { healthFor } from '../../src/app/health/health.ts';
import { followAnnouncement as followAtMicrosoft } from '../../src/app/outages/announcements.ts';
import { followOutage as follow } from '../../src/app/outages/following.ts';
import { me } from '../../src/app/people/me.ts';
import { changeProfile } from '../../src/app/people/profile.ts';
import { authorizeOpening, customersAt, desksOpenTo } from '../../src/domain/access/authorize.ts';
import { titleFrom } from '../../src/domain/case/from-message.ts';
import type { Refusal } from '../../src/domain/errors.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { Result } from '../../src/domain/result.ts';
import { type ActionOf, type Inputs, textInput } from '../actions.ts';
import { quoted } from '../cards/card.ts';
import { chooserCard } from '../cards/chooser.ts';
import { draftsCard } from '../cards/drafts.ts';
import { type Home, homeCard } from '../cards/home.ts';
import { languageCard } from '../cards/language.ts';
import { refusalCard } from '../cards/refusal.ts';
import { keptMessage } from '../extension/carried-message.ts';
import type { Reply, Turn } from '../turn.ts';

/** PN-2. */
export async function home(turn: Turn, more: Pick<Home, 'note' | 'typed'> = {}): Promise<Reply> {
  const [who, drafts] = await Promise.all([me(turn.deps, turn.by), listDrafts(turn.deps, turn.by)]);
  return { card: homeCard(turn, { me: who, drafts, ...more }) };
}

/** PN-1: whoever may open nothing anywhere is told so before they choose. */
export async function create(turn: Turn, asked: ActionOf<'create'>, inputs: Inputs): Promise<Reply> {
  const chosen = { ...asked, customer: asked.customer ?? customerIn(turn, asked, inputs) };
  const open = desksOpenTo(turn.by);
  const may = authorizeOpening(turn.by, chosen.desk ?? open[0] ?? 'phoneNumbers', null);
  if (!may.ok) return { card: refusalCard(turn, may.error) };
  const { from } = chosen;
  const message = from && (await keptMessage(turn, from));
  const desk = chosen.desk ?? (open.length === 1 ? open[0] : undefined);
  const health = desk && (await healthFor(turn.deps, turn.by, desk));
  const carried = message && from ? { from, title: titleFrom(message.text) } : undefined;
  return { card: chooserCard(turn, open, chosen, { carried, health: health?.ok ? health.value : undefined }) };
}

/** CS-1: whom the card's list named, where it is one of those it offers. */
function customerIn({ by }: Turn, { desk }: ActionOf<'create'>, inputs: Inputs): string | null {
  const named = textInput(inputs, 'customer');
  const offered = desk ? [by.tenantId, ...customersAt(by, desk).map(({ tenantId }) => tenantId)] : [];
  return offered.find((id) => id === named) ?? null;
}

/** CS-12: what is known already is followed instead of filed again. */
export const followOutage = async (turn: Turn, { outageId, follows }: ActionOf<'followOutage'>): Promise<Reply> =>
  followed(turn, follows, await follow(turn.deps, turn.by, outageId, follows));

export const followAnnouncement = async (turn: Turn, { announcementId, follows }: ActionOf<'followAnnouncement'>): Promise<Reply> =>
  followed(turn, follows, await followAtMicrosoft(turn.deps, turn.by, announcementId, follows));

async function followed(turn: Turn, follows: boolean, done: Result<{ readonly title: string }, Refusal>): Promise<Reply> {
  if (!done.ok) return { card: refusalCard(turn, done.error) };
  const { health } = words(turn.by.locale);
  return home(turn, { note: (follows ? health.followed : health.unfollowed)(quoted(done.value.title, 120)) });
}

export const drafts = async (turn: Turn): Promise<Reply> => ({ card: draftsCard(turn, await listDrafts(turn.deps, turn.by)) });

export const language = async (turn: Turn): Promise<Reply> => ({ card: languageCard(turn) });

/** G-13: the language chosen here holds for the tab and the notices too. */
export async function speak(turn: Turn, { locale }: ActionOf<'speak'>): Promise<Reply> {
  const changed = await changeProfile(turn.deps, turn.by, { locale });
  if (!changed.ok) return { card: refusalCard(turn, changed.error) };
  return home({ ...turn, by: { ...turn.by, locale } }, { note: words(locale).bot.language.set });
}
