import { confirmAddress as confirm, sendCodeAgain } from '../../src/app/people/confirmation.ts';
import { changeProfile, type ProfileView, profileOf } from '../../src/app/people/profile.ts';
import { refusalText } from '../../src/app/refusal-text.ts';
import type { Refusal } from '../../src/domain/errors.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { type Choices, withKinds } from '../../src/domain/notice/choices.ts';
import type { Result } from '../../src/domain/result.ts';
import { explain } from '../../src/forms/explain.ts';
import { type Inputs, textInput } from '../actions.ts';
import { choicesCard, offeredKinds } from '../cards/choices.ts';
import { profileCard } from '../cards/profile.ts';
import type { Reply, Turn } from '../turn.ts';

/** PN-15: shown here and changed in the tab; a new address can be confirmed in both. */
export const profile = async (turn: Turn): Promise<Reply> => ({ card: profileCard(turn, await profileOf(turn.deps, turn.by)) });

export async function confirmAddress(turn: Turn, _: unknown, inputs: Inputs): Promise<Reply> {
  const typed = textInput(inputs, 'code').slice(0, 40);
  const { confirmed } = words(turn.by.locale).addresses;
  return shown(turn, await confirm(turn.deps, turn.by, typed), { says: ({ email }) => confirmed(email), typed });
}

export async function sendCode(turn: Turn): Promise<Reply> {
  const { sent } = words(turn.by.locale).addresses;
  return shown(turn, await sendCodeAgain(turn.deps, turn.by), { says: ({ unconfirmedEmail }) => sent(unconfirmedEmail ?? '') });
}

export async function keepAddress(turn: Turn): Promise<Reply> {
  const { withdrawn } = words(turn.by.locale).addresses;
  return shown(turn, await changeProfile(turn.deps, turn.by, { email: turn.by.email }), { says: ({ email }) => withdrawn(email) });
}

export const choices = async (turn: Turn): Promise<Reply> => ({ card: choicesCard(turn, await profileOf(turn.deps, turn.by)) });

/** What was ticked in each way is what is wanted of it. */
export async function saveChoices(turn: Turn, _: unknown, inputs: Inputs): Promise<Reply> {
  const offered = offeredKinds(turn);
  const { notices: before, ways } = await profileOf(turn.deps, turn.by);
  const notices = ways.reduce<Choices>((so, way) => {
    const ticked = textInput(inputs, way).split(',');
    return withKinds(so, { way, wanted: offered.filter((kind) => ticked.includes(kind)) }, offered);
  }, before);
  return shown(turn, await changeProfile(turn.deps, turn.by, { notices }), { says: () => words(turn.by.locale).choices.saved });
}

interface Outcome {
  readonly says: (after: ProfileView) => string;
  readonly typed?: string;
}

/** The profile as it is now, with what came of the press. */
async function shown(turn: Turn, result: Result<ProfileView, Refusal>, { says, typed = '' }: Outcome): Promise<Reply> {
  if (result.ok) return { card: profileCard(turn, result.value, { done: says(result.value) }) };
  const { locale } = turn.by;
  const [issue] = result.error.code === 'invalid' ? result.error.issues : [];
  const refused = issue ? explain(issue.fault, locale) : refusalText(result.error, locale).detail;
  return { card: profileCard(turn, await profileOf(turn.deps, turn.by), { refused, typed }) };
}
