import { placeName } from '../../src/app/cases/timeline.ts';
import { desksFor } from '../../src/domain/access/authorize.ts';
import { isClosing, type Step } from '../../src/domain/case/lifecycle.ts';
import { severities } from '../../src/domain/catalogue/attributes.ts';
import { asksForPhone, contactPhone } from '../../src/domain/catalogue/contact-phone.ts';
import { desks, findCaseType } from '../../src/domain/catalogue/desks.ts';
import { limits } from '../../src/domain/catalogue/field.ts';
import { stagesOf } from '../../src/domain/catalogue/stages.ts';
import { fieldWords, stageWords, words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { textInput } from '../actions.ts';
import type { Turn } from '../turn.ts';
import { mostTyped, subtle, text } from './card.ts';
import { choiceElements, faultElements } from './input-elements.ts';
import { answerElements, chargeElements, partElements, workElements } from './support-fields.ts';
import type { Writing } from './write.ts';

/** What a step asks for. */
export function fieldElements(turn: Turn, writing: Writing): readonly CardElement[] {
  switch (writing.step) {
    case 'assign':
      return engineerElements(turn, writing);
    case 'merge':
      return [...intoElements(turn, writing), ...textElements(turn, writing)];
    case 'linkOutage':
      return outageElements(turn, writing);
    case 'edit':
      return editElements(turn, writing);
    case 'move':
      return [...placeElements(turn, writing), ...textElements(turn, writing)];
    case 'setStage':
      return [...stageElements(turn, writing), ...textElements(turn, writing)];
    case 'changeSeverity':
      return [...severityElements(turn, writing), ...phoneElements(turn, writing), ...textElements(turn, writing)];
    case 'answerDefinition':
    case 'answerSolution':
    case 'answerSplit':
      return [...answerElements(turn, writing, writing.step), ...textElements(turn, writing)];
    case 'proposeSplit':
      return [...partElements(turn, writing), ...textElements(turn, writing)];
    case 'changeWork':
      return workElements(turn, writing);
    case 'takeOver':
      return [text(words(turn.by.locale).bot.write.takeOver)];
    default:
      return [...reasonElements(turn, writing), ...chargeElements(turn, writing), ...textElements(turn, writing)];
  }
}

function reasonElements(turn: Turn, { view, step, inputs, issues }: Writing): readonly CardElement[] {
  if (!isClosing(step as Step)) return [];
  const reasons = view.reasons[step as keyof typeof view.reasons];
  if (reasons.length === 0) return [];
  const { write } = words(turn.by.locale).bot;
  const choices = reasons.map(({ id, label }) => ({ title: label, value: id }));
  return choiceElements(turn, { id: 'reason', label: write.reason, value: textInput(inputs, 'reason'), choices, issues });
}

function textElements(turn: Turn, { step, inputs, issues, replies }: Writing): readonly CardElement[] {
  const { bot, support } = words(turn.by.locale);
  const labels = { ...bot.write.text, ...support.text };
  const label = step in labels ? labels[step as keyof typeof labels] : labels.closing;
  const value = textInput(inputs, 'text');
  return [
    { type: 'Input.Text', id: 'text', label, isMultiline: true, maxLength: mostTyped, value },
    ...faultElements(turn, issues, 'text'),
    ...faultElements(turn, issues, 'files'),
    ...replyElements(turn, replies),
  ];
}

function engineerElements(turn: Turn, { engineers, inputs, issues }: Writing): readonly CardElement[] {
  const { write } = words(turn.by.locale).bot;
  if (engineers.length === 0) return [text(write.nobody)];
  const choices = engineers.map(({ id, name }) => ({ title: name, value: id }));
  return choiceElements(turn, { id: 'to', label: write.to, value: textInput(inputs, 'to'), choices, issues });
}

/** AG-4: the other case, by its number. */
function intoElements(turn: Turn, { inputs, issues }: Writing): readonly CardElement[] {
  const { into, intoHint, abouts } = words(turn.by.locale).tab.actions;
  return [
    text(abouts.merge),
    { type: 'Input.Text', id: 'into', label: `${into} *`, maxLength: 100, value: textInput(inputs, 'into') },
    subtle(intoHint),
    ...faultElements(turn, issues, 'into'),
  ];
}

/** AG-4. */
function outageElements(turn: Turn, { outages, inputs, issues }: Writing): readonly CardElement[] {
  const { outages: says, tab } = words(turn.by.locale);
  if (outages.length === 0) return [text(says.noneOpen)];
  const choices = outages.map(({ id, title }) => ({ title, value: id }));
  return [
    text(tab.actions.abouts.linkOutage),
    ...choiceElements(turn, { id: 'outage', label: says.choose, value: textInput(inputs, 'outage'), choices, issues }),
  ];
}

/** G-17: as the case has it. A description that this card could not hold whole is left to the tab. */
function editElements(turn: Turn, { view, inputs, issues, followers }: Writing): readonly CardElement[] {
  const { changed, followers: following } = words(turn.by.locale).cases;
  const { write } = words(turn.by.locale).bot;
  const typed = (name: string, now: string) => (typeof inputs[name] === 'string' ? inputs[name] : now);
  const contacts = view.contacts.map(({ address }) => address).join('\n');
  const fits = view.description.length <= mostTyped;
  return [
    { type: 'Input.Text', id: 'title', label: `${changed.title} *`, maxLength: limits.title, value: typed('title', view.title) },
    ...faultElements(turn, issues, 'title'),
    ...(fits
      ? [
          {
            type: 'Input.Text',
            id: 'description',
            label: `${changed.description} *`,
            isMultiline: true,
            maxLength: mostTyped,
            value: typed('description', view.description),
          },
          ...faultElements(turn, issues, 'description'),
        ]
      : [subtle(write.inTabAlone)]),
    { type: 'Input.Text', id: 'contacts', label: changed.contacts, isMultiline: true, value: typed('contacts', contacts) },
    subtle(write.contactsHint),
    ...faultElements(turn, issues, 'contacts'),
    ...(followers === null
      ? []
      : [
          {
            type: 'Input.Text',
            id: 'followers',
            label: following.label,
            isMultiline: true,
            value: typed('followers', followers.join('\n')),
          },
          subtle(following.hint),
          ...faultElements(turn, issues, 'followers'),
        ]),
  ];
}

/** As many as fit a card. */
const mostReplies = 50;

/** AG-3. */
function replyElements(turn: Turn, replies: Writing['replies']): readonly CardElement[] {
  if (replies.length === 0) return [];
  const choices = replies.slice(0, mostReplies).map(({ id, title }) => ({ title, value: id }));
  const label = words(turn.by.locale).replies.insert;
  return choiceElements(turn, { id: 'reply', label, value: '', choices, issues: [], optional: true });
}

/** AG-2: every other subject of every desk. */
function placeElements(turn: Turn, { view, inputs, issues }: Writing): readonly CardElement[] {
  const choices = desksFor(turn.by)
    .flatMap((desk) => desks[desk].caseTypes.map((type) => ({ desk, caseType: type.id })))
    .filter(({ caseType }) => caseType !== view.caseType)
    .map((place) => ({ title: placeName(place, turn.by.locale), value: place.caseType }));
  const label = words(turn.by.locale).bot.write.caseType;
  return choiceElements(turn, { id: 'caseType', label, value: textInput(inputs, 'caseType'), choices, issues });
}

function severityElements(turn: Turn, { view, inputs, issues }: Writing): readonly CardElement[] {
  const choices = severities.map((severity) => ({ title: severity, value: severity }));
  const label = words(turn.by.locale).bot.write.severity;
  return choiceElements(turn, { id: 'severity', label, value: textInput(inputs, 'severity') || (view.severity ?? ''), choices, issues });
}

/** CS-4: where a contact is to be called and has no number yet. */
function phoneElements(turn: Turn, { view, inputs, issues }: Writing): readonly CardElement[] {
  const { id, max } = contactPhone;
  if (!asksForPhone(findCaseType(view.caseType)?.caseType.fields ?? []) || view.particulars[id] !== undefined) return [];
  const { label, hint } = fieldWords(turn.by.locale, view.desk, id);
  return [
    { type: 'Input.Text', id, label, maxLength: max, value: textInput(inputs, id) },
    ...(hint ? [subtle(hint)] : []),
    ...faultElements(turn, issues, id),
  ];
}

/** PN-13. */
function stageElements(turn: Turn, { view, inputs, issues }: Writing): readonly CardElement[] {
  const choices = stagesOf(view)
    .filter(({ id }) => id !== view.stage)
    .map(({ id }) => ({ title: stageWords(turn.by.locale, view.desk, id), value: id }));
  const { label } = words(turn.by.locale).cases.stages;
  return choiceElements(turn, { id: 'stage', label, value: textInput(inputs, 'stage'), choices, issues });
}
