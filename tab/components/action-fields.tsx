import { Field, Input } from '@fluentui/react-components';
import { titlesIn } from '../../src/domain/case/split.ts';
import type { Charge } from '../../src/domain/case/support-state.ts';
import { type Severity, severities } from '../../src/domain/catalogue/attributes.ts';
import { asksForPhone, contactPhone } from '../../src/domain/catalogue/contact-phone.ts';
import { findCaseType } from '../../src/domain/catalogue/desks.ts';
import { stagesOf } from '../../src/domain/catalogue/stages.ts';
import type { ChangeBody, Doing } from '../changes.ts';
import { useDesk } from '../desk.tsx';
import { useCatalogue } from '../queries.ts';
import type { CaseView, IssueView } from '../wire.ts';
import { EngineerField } from './engineer-field.tsx';
import { FollowersField } from './followers-field.tsx';
import { Chosen, type ChosenProps, faulty, Written } from './given-field.tsx';
import { OutageField } from './outage-field.tsx';
import { asksForCharge, isAnswer, isWrittenInSupport, needsWordsInSupport, SupportFields, type Work } from './support-fields.tsx';

/** What is typed and chosen in a dialog, whatever it asks for. */
export interface Given {
  readonly reason: string;
  readonly text: string;
  readonly to: string;
  readonly caseType: string;
  readonly severity: Severity;
  readonly stage: string;
  readonly title: string;
  readonly description: string;
  /** A line each. */
  readonly contacts: string;
  /** G-17: a line each; `null` until something is written. */
  readonly followers: string | null;
  readonly charge: Charge | '';
  /** PS-1, PS-6: empty until it is answered. */
  readonly agreed: 'yes' | 'no' | '';
  /** PS-1: a title a line. */
  readonly parts: string;
  readonly work: Work;
  /** A line each. */
  readonly reachable: string;
  /** AG-4: number of the case that goes on. */
  readonly into: string;
  readonly outage: string;
  /** CS-4. */
  readonly contactPhone: string;
}
export type GivenField = keyof Given;

export const givenFor = (view: CaseView): Given => ({
  ...{ reason: '', text: '', to: '', caseType: '', into: '', outage: '', severity: view.severity ?? 'C', stage: '', contactPhone: '' },
  ...{ charge: '', agreed: '', parts: '', work: view.aroundTheClock ? 'aroundTheClock' : 'businessHours' },
  reachable: String(view.particulars['reachable'] ?? ''),
  ...{ title: view.title, description: view.description, contacts: view.contacts.map(({ address }) => address).join('\n') },
  followers: null,
});

const optionalWords: readonly Doing[] = ['resolve', 'cancel', 'closeUnresolved', 'reopen', 'merge', 'setStage'];
const neededWords: readonly Doing[] = ['logCall', 'escalate', 'move', 'changeSeverity', 'markImproper'];

export const reasonsOf = (view: CaseView, doing: Doing) =>
  doing === 'resolve' || doing === 'cancel' || doing === 'closeUnresolved' ? view.reasons[doing] : [];

/** What has to be there before anything is sent. */
export function firstMissing(doing: Doing, given: Given, view: CaseView): GivenField | undefined {
  if (reasonsOf(view, doing).length > 0 && !given.reason) return 'reason';
  if (asksForCharge(doing, given, view) && !given.charge) return 'charge';
  if (isAnswer(doing) && !given.agreed) return 'agreed';
  if (doing === 'proposeSplit' && partsIn(given).length < 2) return 'parts';
  if (doing === 'assign' && !given.to) return 'to';
  if (doing === 'merge' && !given.into.trim()) return 'into';
  if (doing === 'linkOutage' && !given.outage) return 'outage';
  if (doing === 'move' && !given.caseType) return 'caseType';
  if (doing === 'setStage' && !given.stage) return 'stage';
  if (doing === 'edit' && !given.title.trim()) return 'title';
  if (doing === 'edit' && !given.description.trim()) return 'description';
  const needed = neededWords.includes(doing) || needsWordsInSupport(doing, given);
  return needed && !given.text.trim() ? 'text' : undefined;
}

/** PS-1: a title for each part. */
const partsIn = ({ parts }: Given): readonly string[] => titlesIn(parts.split('\n'));

const addressesIn = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter(Boolean);

/** G-17: of an edit what was changed alone goes along, so that a field nobody touched is left as it is. */
export function bodyOf(doing: Doing, given: Given, view: CaseView): ChangeBody {
  const { title, description, contacts, followers } = given;
  if (doing === 'edit') {
    const before = givenFor(view);
    return {
      ...(title !== before.title && { title }),
      ...(description !== before.description && { description }),
      ...(contacts !== before.contacts && { contacts: addressesIn(contacts) }),
      ...(followers !== null && { followers: addressesIn(followers) }),
    };
  }
  if (doing === 'changeWork') return { aroundTheClock: given.work === 'aroundTheClock', reachable: given.reachable };
  const withWords = optionalWords.includes(doing) || neededWords.includes(doing) || isWrittenInSupport(doing);
  return {
    ...(withWords && given.text.trim() && { text: given.text }),
    ...(given.reason && { reason: given.reason }),
    ...(given.charge && asksForCharge(doing, given, view) && { charge: given.charge }),
    ...(isAnswer(doing) && { agreed: given.agreed === 'yes' }),
    ...(doing === 'proposeSplit' && { parts: partsIn(given) }),
    ...(given.to && { to: given.to }),
    ...(doing === 'merge' && { into: given.into.trim() }),
    ...(doing === 'linkOutage' && { outage: given.outage }),
    ...(doing === 'move' && { caseType: given.caseType }),
    ...(doing === 'setStage' && { stage: given.stage }),
    ...(doing === 'changeSeverity' && { severity: given.severity }),
    ...(doing === 'changeSeverity' && given.contactPhone.trim() && { contactPhone: given.contactPhone }),
  };
}

interface ActionFieldsProps {
  readonly doing: Doing;
  readonly view: CaseView;
  readonly given: Given;
  readonly missing: GivenField | undefined;
  /** What the server found. */
  readonly issues: readonly IssueView[];
  readonly onGiven: (given: Given) => void;
}

/** What a step asks for. */
export function ActionFields({ doing, view, given, missing, issues, onGiven }: ActionFieldsProps) {
  const { words } = useDesk();
  const { actions: says, optional } = words.tab;
  const { changed } = words.cases;
  const phone = words.desks.cloudServices.fields.contactPhone;
  const put = (field: GivenField) => (value: string) => onGiven({ ...given, [field]: value });
  const fault = (field: GivenField, needed: string) => (missing === field ? needed : issues.find((one) => one.field === field)?.message);
  const reasons = reasonsOf(view, doing);
  const stageNames: Readonly<Record<string, string>> = 'stages' in words.desks[view.desk] ? words.desks.phoneNumbers.stages : {};
  return (
    <>
      {reasons.length > 0 && (
        <Chosen label={says.reason} fault={fault('reason', says.reasonNeeded)} value={given.reason} onChoose={put('reason')}>
          <option value="">{says.chooseReason}</option>
          {reasons.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Chosen>
      )}
      <SupportFields {...{ doing, view, given, fault, put }} />
      {doing === 'assign' && <EngineerField desk={view.desk} value={given.to} missing={missing === 'to'} onChange={put('to')} />}
      {doing === 'merge' && (
        <Field label={says.into} required hint={says.intoHint} {...faulty(fault('into', says.intoNeeded))}>
          <Input value={given.into} maxLength={100} input={{ dir: 'ltr' }} onChange={(_, { value }) => put('into')(value)} />
        </Field>
      )}
      {doing === 'linkOutage' && (
        <OutageField desk={view.desk} value={given.outage} missing={missing === 'outage'} onChange={put('outage')} />
      )}
      {doing === 'move' && (
        <PlaceField view={view} value={given.caseType} fault={fault('caseType', says.placeNeeded)} onChoose={put('caseType')} />
      )}
      {doing === 'setStage' && (
        <Chosen label={words.cases.stages.label} fault={fault('stage', says.stageNeeded)} value={given.stage} onChoose={put('stage')}>
          <option value="">{says.chooseStage}</option>
          {stagesOf(view)
            .filter(({ id }) => id !== view.stage)
            .map(({ id }) => (
              <option key={id} value={id}>
                {stageNames[id] ?? id}
              </option>
            ))}
        </Chosen>
      )}
      {doing === 'changeSeverity' && (
        <Chosen label={changed.severity} fault={fault('severity', '')} value={given.severity} onChoose={put('severity')}>
          {severities.map((severity) => (
            <option key={severity}>{severity}</option>
          ))}
        </Chosen>
      )}
      {doing === 'changeSeverity' && lacksPhone(view) && (
        <Field label={phone.label} required={given.severity === 'A'} hint={phone.hint} {...faulty(fault('contactPhone', ''))}>
          <Input
            type="tel"
            value={given.contactPhone}
            maxLength={contactPhone.max}
            input={{ dir: 'ltr' }}
            onChange={(_, { value }) => put('contactPhone')(value)}
          />
        </Field>
      )}
      {doing === 'edit' && (
        <>
          <Field label={changed.title} required {...faulty(fault('title', says.wordsNeeded))}>
            <Input value={given.title} maxLength={200} input={{ dir: 'auto' }} onChange={(_, { value }) => put('title')(value)} />
          </Field>
          <Written
            label={changed.description}
            required
            fault={fault('description', says.wordsNeeded)}
            value={given.description}
            onWrite={put('description')}
          />
          <Written
            label={changed.contacts}
            hint={says.contactsHint}
            fault={fault('contacts', '')}
            value={given.contacts}
            onWrite={put('contacts')}
          />
          <FollowersField caseId={view.id} value={given.followers} fault={fault('followers', '')} onWrite={put('followers')} />
        </>
      )}
      {optionalWords.includes(doing) && <Written label={`${says.words} (${optional})`} value={given.text} onWrite={put('text')} />}
      {neededWords.includes(doing) && (
        <Written label={says.why} required fault={fault('text', says.wordsNeeded)} value={given.text} onWrite={put('text')} />
      )}
    </>
  );
}

/** CS-4: whether a contact is to be called and has no number yet. */
const lacksPhone = ({ caseType, particulars }: CaseView): boolean =>
  asksForPhone(findCaseType(caseType)?.caseType.fields ?? []) && particulars[contactPhone.id] === undefined;

/** AG-2: every other subject, desk by desk. */
function PlaceField({ view, value, fault, onChoose }: Omit<ChosenProps, 'label' | 'children'> & { readonly view: CaseView }) {
  const { words } = useDesk();
  const { actions: says, loading } = words.tab;
  const { data } = useCatalogue();
  return (
    <Chosen label={words.cases.changed.caseType} fault={fault} value={value} onChoose={onChoose}>
      <option value="">{data ? says.choosePlace : loading}</option>
      {data?.desks.map((desk) => (
        <optgroup key={desk.id} label={desk.name}>
          {desk.caseTypes
            .filter(({ id }) => id !== view.caseType)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </Chosen>
  );
}
