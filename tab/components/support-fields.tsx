import { closings } from '../../src/domain/case/lifecycle.ts';
import { chargeNeeded, type SupportAnswer, supportAnswers } from '../../src/domain/case/support.ts';
import { charges } from '../../src/domain/case/support-state.ts';
import { limits } from '../../src/domain/catalogue/field.ts';
import type { Doing } from '../changes.ts';
import { useDesk } from '../desk.tsx';
import type { CaseView } from '../wire.ts';
import type { Given, GivenField } from './action-fields.tsx';
import { Chosen, Written } from './given-field.tsx';

const works = ['businessHours', 'aroundTheClock'] as const;
export type Work = (typeof works)[number];

export const isAnswer = (doing: Doing): doing is SupportAnswer => (supportAnswers as readonly Doing[]).includes(doing);

const writtenInSupport = ['defineProblem', 'proposeSolution', 'proposeSplit', 'askToClose', ...supportAnswers] as const;
export const isWrittenInSupport = (doing: Doing): doing is (typeof writtenInSupport)[number] =>
  (writtenInSupport as readonly Doing[]).includes(doing);

/** Whoever agrees need not say why, nor whoever names the parts. */
export const needsWordsInSupport = (doing: Doing, { agreed }: Given): boolean =>
  isWrittenInSupport(doing) && doing !== 'proposeSplit' && !(isAnswer(doing) && agreed !== 'no');

/** PS-6: at the desk that decides it, of what ends without the problem being solved. */
export function asksForCharge(doing: Doing, { reason }: Given, { support }: CaseView): boolean {
  const closing = closings.find((one) => one === doing);
  const declined = support?.solution?.standing === 'notAgreed';
  return closing !== undefined && (support?.decidesCharge ?? false) && chargeNeeded(closing, reason || null, declined);
}

interface SupportFieldsProps {
  readonly doing: Doing;
  readonly view: CaseView;
  readonly given: Given;
  readonly fault: (field: GivenField, needed: string) => string | undefined;
  readonly put: (field: GivenField) => (value: string) => void;
}

/** PS-1, PS-3, PS-6: what a step of a support incident asks for. */
export function SupportFields({ doing, view, given, fault, put }: SupportFieldsProps) {
  const { support, tab } = useDesk().words;
  const { wordsNeeded } = tab.actions;
  return (
    <>
      {asksForCharge(doing, given, view) && (
        <Chosen label={support.charge} fault={fault('charge', support.chargeNeeded)} value={given.charge} onChoose={put('charge')}>
          <option value="">{support.chooseCharge}</option>
          {charges.map((id) => (
            <option key={id} value={id}>
              {support.charges[id]}
            </option>
          ))}
        </Chosen>
      )}
      {isAnswer(doing) && (
        <>
          <Proposed view={view} doing={doing} />
          <Chosen
            label={support.answers[doing].label}
            fault={fault('agreed', support.answerNeeded)}
            value={given.agreed}
            onChoose={put('agreed')}
          >
            <option value="">{support.chooseAnswer}</option>
            <option value="yes">{support.answers[doing].yes}</option>
            <option value="no">{support.answers[doing].no}</option>
          </Chosen>
        </>
      )}
      {doing === 'changeWork' && (
        <>
          <Chosen label={support.work.label} fault={undefined} value={given.work} onChoose={put('work')}>
            {works.map((work) => (
              <option key={work} value={work}>
                {support.work[work]}
              </option>
            ))}
          </Chosen>
          <Written
            label={support.reachable}
            most={limits.reachable}
            fault={fault('reachable', '')}
            value={given.reachable}
            onWrite={put('reachable')}
          />
        </>
      )}
      {doing === 'proposeSplit' && (
        <Written
          label={support.partTitles}
          required
          fault={fault('parts', support.partsNeeded)}
          value={given.parts}
          onWrite={put('parts')}
        />
      )}
      {isWrittenInSupport(doing) && (
        <Written
          label={support.text[doing]}
          required={needsWordsInSupport(doing, given)}
          fault={fault('text', wordsNeeded)}
          value={given.text}
          onWrite={put('text')}
        />
      )}
    </>
  );
}

/** What is to be agreed to. */
function Proposed({ view: { support }, doing }: { readonly view: CaseView; readonly doing: SupportAnswer }) {
  if (doing === 'answerSplit')
    return (
      <ul className="proposed">
        {support?.split?.titles.map((title) => (
          <li key={title} dir="auto">
            {title}
          </li>
        ))}
      </ul>
    );
  const put = doing === 'answerSolution' ? support?.solution : support?.problem;
  return put ? (
    <blockquote className="proposed written" dir="auto">
      {put.text}
    </blockquote>
  ) : null;
}
