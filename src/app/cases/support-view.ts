import { isEngineerOf, sideOf } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import type { CaseRef } from '../../domain/case/parts.ts';
import { decidesCharge } from '../../domain/case/support.ts';
import { type Put, type SupportState, supportOf } from '../../domain/case/support-state.ts';
import { type Locale, words } from '../../domain/i18n/index.ts';
import type { DetailView, PartView, PutView, SupportView } from '../views.ts';

/** Other cases that a reader may see, by id. */
export type Others = ReadonlyMap<string, Case>;

/** PS-1, PS-6: how far an incident is; `null` for what is no incident and never was. */
export function supportFor(case_: Case, reader: Principal, others: Others): SupportView | null {
  if (case_.desk !== 'professionalSupport' && case_.support === null) return null;
  const state = supportOf(case_);
  return {
    problem: putView(state.problem),
    solution: putView(state.solution),
    solutions: state.solutions,
    charge: state.charge,
    decidesCharge: case_.desk === 'professionalSupport' && isEngineerOf(reader, case_.desk) && decidesCharge(state),
    split: splitView(state, sideOf(reader, case_.desk)),
    parts: state.parts.map((part) => partView(part, part.open, others)),
    partOf: state.partOf && partView(state.partOf, true, others),
  };
}

const standingOf = ({ agreed }: Put) => (agreed === null ? 'waiting' : agreed ? 'agreed' : 'notAgreed');
const putView = (put: Put | null): PutView | null => put && { text: put.text, standing: standingOf(put) };

function splitView({ split }: SupportState, side: 'desk' | 'requester'): SupportView['split'] {
  return split && { titles: split.titles, waitsFor: split.by === 'desk' ? 'requester' : 'desk', yours: split.by !== side };
}

/** @param open as far as the case itself knows; the other one knows better */
function partView({ id, number }: CaseRef, open: boolean, others: Others): PartView {
  const other = others.get(id);
  return { id: other ? id : null, number, title: other?.title ?? null, open: other ? isOpen(other.status) : open };
}

/** PS-6: the problem as both sides see it, what was proposed, and the decision on charging, in the reader's words. */
export function supportDetails(case_: Case, locale: Locale): readonly DetailView[] {
  const says = words(locale).support;
  const { problem, solution, solutions, charge } = supportOf(case_);
  const put = (field: string, label: string, what: Put | null): readonly DetailView[] =>
    what ? [{ field, label, text: `${what.text} (${says.standing[standingOf(what)]})` }] : [];
  return [
    ...put('problem', says.problem, problem),
    ...put('solution', says.solution, solution),
    ...(solutions > 1 ? [{ field: 'solutions', label: says.solutions, text: solutions.toLocaleString(locale) }] : []),
    ...(charge ? [{ field: 'charge', label: says.charge, text: says.charges[charge] }] : []),
  ];
}
