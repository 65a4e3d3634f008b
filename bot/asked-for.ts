import type { CaseAsk } from '../src/app/cases/asked.ts';
import { never } from '../src/domain/result.ts';
import { type CaseStep, type Inputs, textInput } from './actions.ts';

/** What a card's inputs ask of a case, as its step needs them. @param files attached in the chat beforehand */
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
    case 'assign':
      return { do: step, to: textInput(inputs, 'to') };
    case 'resolve':
    case 'cancel':
    case 'closeUnresolved':
      return { do: step, text, reason: textInput(inputs, 'reason') || null };
    case 'reopen':
      return { do: step, text };
    default:
      return never(step);
  }
}
