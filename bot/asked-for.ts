import type { CaseAsk } from '../src/app/cases/asked.ts';
import { InputFault } from '../src/app/faults.ts';
import { type Charge, charges } from '../src/domain/case/support-state.ts';
import { type Severity, severities } from '../src/domain/catalogue/attributes.ts';
import { contactPhone } from '../src/domain/catalogue/contact-phone.ts';
import { never } from '../src/domain/result.ts';
import { type CaseStep, type Inputs, textInput } from './actions.ts';

/** What a card's inputs ask of a case, as its step needs them. @param files attached in the chat beforehand @throws InputFault */
export function askedFor(step: CaseStep, inputs: Inputs, files: readonly string[]): CaseAsk {
  const text = textInput(inputs, 'text');
  switch (step) {
    case 'comment':
    case 'note':
    case 'ask':
      return { do: step, text, files: [...files] };
    case 'take':
    case 'unassign':
    case 'follow':
    case 'unfollow':
      return { do: step };
    case 'merge':
      return { do: step, text, into: textInput(inputs, 'into') };
    case 'linkOutage':
      return { do: step, outage: textInput(inputs, 'outage') };
    case 'unlinkOutage':
    case 'unmarkImproper':
    case 'takeOver':
      return { do: step };
    case 'assign':
      return { do: step, to: textInput(inputs, 'to') };
    case 'resolve':
    case 'cancel':
    case 'closeUnresolved':
      return { do: step, text, reason: textInput(inputs, 'reason') || null, ...chargeIn(inputs) };
    case 'reopen':
      return { do: step, text };
    case 'edit':
      return { do: step, ...editFrom(inputs) };
    case 'defineProblem':
    case 'proposeSolution':
    case 'askToClose':
      return { do: step, text };
    case 'proposeSplit':
      return { do: step, parts: textInput(inputs, 'parts').split('\n'), text };
    case 'answerDefinition':
    case 'answerSolution':
    case 'answerSplit':
      return { do: step, agreed: textInput(inputs, 'agreed') === 'yes', text };
    case 'changeWork':
      return { do: step, aroundTheClock: textInput(inputs, 'work') === 'aroundTheClock', reachable: textInput(inputs, 'reachable') };
    case 'logCall':
    case 'escalate':
    case 'markImproper':
      return { do: step, text };
    case 'move':
      return { do: step, caseType: textInput(inputs, 'caseType'), text };
    case 'setStage':
      return { do: step, stage: textInput(inputs, 'stage'), text };
    case 'changeSeverity':
      return { do: step, severity: severityIn(inputs), text, ...phoneIn(inputs) };
    default:
      return never(step);
  }
}

/** PS-6: nothing chosen is nothing decided, which the desk may refuse. */
function chargeIn(inputs: Inputs): { readonly charge?: Charge } {
  const charge = charges.find((one) => one === inputs['charge']);
  return charge ? { charge } : {};
}

/** CS-4: asked for where the case has none. */
function phoneIn(inputs: Inputs): { readonly contactPhone?: string } {
  const phone = textInput(inputs, contactPhone.id);
  return phone ? { contactPhone: phone } : {};
}

/** The card always names one. @throws InputFault */
function severityIn(inputs: Inputs): Severity {
  const severity = severities.find((one) => one === inputs['severity']);
  if (!severity) throw new InputFault('severity');
  return severity;
}

/** What a card had no room for is not in its inputs, and stays. */
function editFrom(inputs: Inputs): Omit<Extract<CaseAsk, { do: 'edit' }>, 'do'> {
  const { title, description, contacts, followers } = inputs;
  const addresses = (typed: string) => typed.split(/[\s,;]+/).filter(Boolean);
  return {
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
    ...(typeof contacts === 'string' && { contacts: addresses(contacts) }),
    ...(typeof followers === 'string' && { followers: addresses(followers) }),
  };
}
