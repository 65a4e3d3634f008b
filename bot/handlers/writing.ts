import { followersFor } from '../../src/app/cases/followers.ts';
import { engineersFor } from '../../src/app/cases/queries.ts';
import { goingOutages } from '../../src/app/outages/outages.ts';
import { repliesForCase } from '../../src/app/replies/for-case.ts';
import type { CaseView } from '../../src/app/views.ts';
import { supportAnswers } from '../../src/domain/case/support.ts';
import type { Issue } from '../../src/domain/faults.ts';
import type { Result } from '../../src/domain/result.ts';
import { answering, type CaseStep, type Inputs, textInput } from '../actions.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { type Writing, writeCard } from '../cards/write.ts';
import type { Turn } from '../turn.ts';

type Given = Partial<Pick<Writing, 'inputs' | 'issues' | 'note'>> & { readonly files: readonly string[] };

/** The form of a step, with what it lets one choose from. */
export async function writing(turn: Turn, view: CaseView, step: CaseStep, given: Given): Promise<AdaptiveCard> {
  const { deps, by } = turn;
  const files = given.files.length > 0 ? await deps.store.files.findOwn(view.tenant.id, by.personId, given.files) : [];
  const replies = answers(step) && view.permitted.includes('note') ? await repliesForCase(deps, by, view.id, undefined) : undefined;
  return writeCard(turn, {
    view,
    step,
    inputs: given.inputs ?? {},
    issues: given.issues ?? [],
    note: given.note ?? {},
    files,
    replies: replies?.ok ? replies.value.items : [],
    engineers: step === 'assign' ? orNone(await engineersFor(deps, by, view.desk)) : [],
    followers: step === 'edit' ? await followersOf(turn, view) : null,
    outages: step === 'linkOutage' ? await goingOutages(deps, by, view.desk) : [],
  });
}

async function followersOf({ deps, by }: Turn, view: CaseView): Promise<Writing['followers']> {
  const found = await followersFor(deps, by, view.id);
  return found.ok ? found.value.map(({ email }) => email) : null;
}

const orNone = <T>(result: Result<readonly T[], unknown>): readonly T[] => (result.ok ? result.value : []);

const answers = (step: CaseStep): boolean => (answering as readonly CaseStep[]).includes(step);

/** What a step can't do without and nobody gave: a card asks for it again, with all that was typed. */
export const missingIn = (step: CaseStep, inputs: Inputs): readonly Issue[] =>
  neededBy(step)
    .filter((field) => textInput(inputs, field).trim() === '')
    .map((field) => ({ field, fault: { is: field === 'into' ? 'required' : 'notAnOption' } }));

/** PS-1, PS-6: a question is answered by whoever is asked, so nothing stands for an answer that was not given. */
function neededBy(step: CaseStep): readonly string[] {
  if ((supportAnswers as readonly CaseStep[]).includes(step)) return ['agreed'];
  if (step === 'assign') return ['to'];
  if (step === 'merge') return ['into'];
  return step === 'linkOutage' ? ['outage'] : [];
}
