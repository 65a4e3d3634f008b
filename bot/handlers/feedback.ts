import { giveFeedback as give } from '../../src/app/cases/feedback.ts';
import { caseFor } from '../../src/app/cases/queries.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { type ActionOf, type Inputs, textInput } from '../actions.ts';
import { feedbackCard } from '../cards/feedback.ts';
import { refusalCard } from '../cards/refusal.ts';
import type { Reply, Turn } from '../turn.ts';
import { showCase } from './case.ts';
import { home } from './home.ts';

/** G-20: on the desk, or on a case. */
export async function feedback(turn: Turn, { caseId }: Pick<ActionOf<'feedback'>, 'caseId'>): Promise<Reply> {
  const about = await aboutCase(turn, caseId);
  return about.ok ? { card: feedbackCard(turn, { about: about.value, inputs: {}, issues: [] }) } : { card: refusalCard(turn, about.error) };
}

export async function giveFeedback(turn: Turn, { caseId, nonce }: ActionOf<'giveFeedback'>, inputs: Inputs): Promise<Reply> {
  const { feedback: says } = words(turn.by.locale).bot;
  const result = await give(turn.deps, turn.by, fromInputs(caseId, inputs), nonce);
  if (!result.ok && result.error.code === 'invalid') {
    const about = await aboutCase(turn, caseId);
    const issues = result.error.issues;
    return { card: feedbackCard(turn, { about: about.ok ? about.value : null, inputs, issues }) };
  }
  if (!result.ok) return { card: refusalCard(turn, result.error) };
  return caseId === null ? home(turn, { note: says.thanks }) : showCase(turn, { caseId }, { says: says.thanks });
}

const fromInputs = (caseId: string | null, inputs: Inputs) => {
  const useful = textInput(inputs, 'useful');
  return {
    caseId,
    useful: useful === 'true' ? true : useful === 'false' ? false : undefined,
    language: textInput(inputs, 'language') || null,
    affectedBy: textInput(inputs, 'affectedBy')
      .split(',')
      .filter((one) => one !== ''),
    words: textInput(inputs, 'words'),
  };
};

async function aboutCase(turn: Turn, caseId: string | null) {
  if (caseId === null) return { ok: true, value: null } as const;
  const found = await caseFor(turn.deps, turn.by, { id: caseId });
  return found.ok ? ({ ok: true, value: { caseId, number: found.value.number } } as const) : found;
}
