import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { asked as asks, CaseAsk } from '../../app/cases/asked.ts';
import { execute, executeMany } from '../../app/cases/execute.ts';
import { caseFor } from '../../app/cases/queries.ts';
import { timelineFor } from '../../app/cases/timeline.ts';
import type { Deps } from '../../app/deps.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { CommandName } from '../../domain/case/commands.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract.ts';
import { type ApiRefusal, problemOf } from '../problem.ts';
import { isId } from './ids.ts';
import { changed } from './opened.ts';

/** A change of one case, with what its command comes with. */
interface Asked<C extends CommandName> {
  readonly deps: Deps;
  readonly by: Principal;
  readonly params: { readonly id: string };
  readonly headers: { readonly 'if-match'?: number; readonly 'idempotency-key'?: string | undefined };
  readonly body: z.output<(typeof asks)[C]>;
}

const asked =
  <C extends CommandName>(command: C) =>
  async ({ deps, by, params, headers, body }: Asked<C>) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' } as const);
    const key = headers['idempotency-key'] ?? randomUUID();
    const version = headers['if-match'] ?? null;
    const ask = { do: command, ...body } as CaseAsk;
    const done = await execute(deps, by, { ...ask, caseId: params.id, version, key });
    const answer = await changed(deps, by, done);
    return answer.ok ? answer : refuse(await shownTo(deps, by, params.id, answer.error));
  };

/** G-8: the loser is shown the case as it is, and what happened meanwhile. */
export async function shownTo(deps: Deps, by: Principal, caseId: string, refusal: Refusal): Promise<ApiRefusal> {
  if (refusal.code !== 'changed') return refusal;
  const found = await caseFor(deps, by, { id: caseId });
  if (!found.ok) return found.error;
  return { ...refusal, shown: { current: found.value, since: timelineFor(refusal.since, by, found.value.desk) } };
}

/** AG-2: whoever moves a case to a desk they don't work for no longer sees it. */
async function moved(call: Asked<'move'>) {
  const { deps, by, params, headers, body } = call;
  if (!isId(params.id)) return refuse({ code: 'notFound' } as const);
  const key = headers['idempotency-key'] ?? randomUUID();
  const done = await execute(deps, by, { do: 'move', ...body, caseId: params.id, version: headers['if-match'] ?? null, key });
  if (!done.ok) return refuse(await shownTo(deps, by, params.id, done.error));
  const seen = await changed(deps, by, done);
  return seen.ok ? seen : ok({ status: 204 } as const);
}

export const changeHandlers: Pick<Handlers, CommandName | 'changeCases'> = {
  comment: asked('comment'),
  note: asked('note'),
  ask: asked('ask'),
  take: asked('take'),
  assign: asked('assign'),
  unassign: asked('unassign'),
  resolve: asked('resolve'),
  cancel: asked('cancel'),
  closeUnresolved: asked('closeUnresolved'),
  reopen: asked('reopen'),
  merge: asked('merge'),
  linkOutage: asked('linkOutage'),
  unlinkOutage: asked('unlinkOutage'),
  markImproper: asked('markImproper'),
  unmarkImproper: asked('unmarkImproper'),
  follow: asked('follow'),
  unfollow: asked('unfollow'),
  edit: asked('edit'),
  logCall: asked('logCall'),
  escalate: asked('escalate'),
  defineProblem: asked('defineProblem'),
  proposeSolution: asked('proposeSolution'),
  proposeSplit: asked('proposeSplit'),
  answerDefinition: asked('answerDefinition'),
  answerSolution: asked('answerSolution'),
  answerSplit: asked('answerSplit'),
  askToClose: asked('askToClose'),
  changeWork: asked('changeWork'),
  transfer: asked('transfer'),
  takeOver: asked('takeOver'),
  move: moved,
  changeSeverity: asked('changeSeverity'),
  setStage: asked('setStage'),
  correct: asked('correct'),
  changeCases: async ({ deps, by, headers, body, requestId }) => {
    if (body.cases.length > limits.batch) return refuse({ code: 'limitReached', limit: 'batch', max: limits.batch });
    const key = headers['idempotency-key'] ?? randomUUID();
    const { cases, ...ask } = body;
    const wanted = cases.map(({ id, version }) => ({ caseId: id, version }));
    const done = await executeMany(deps, by, { ...ask, key }, wanted);
    const results = [];
    for (const { caseId, result } of done) {
      const answer = await changed(deps, by, result);
      results.push(
        answer.ok
          ? { id: caseId, ok: true, case: answer.value.body }
          : { id: caseId, ok: false, problem: problemOf(await shownTo(deps, by, caseId, answer.error), by.locale, requestId) },
      );
    }
    return ok({ status: 200, body: { results } });
  },
};
