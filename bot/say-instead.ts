import type { InvokeResponse } from 'botbuilder';
import { nothing, saying } from './extension/answers.ts';

/** Answers an invoke with a sentence in the place of a card: where it was pressed, or in its dialog. */
export function sayInstead(invoke: string | undefined, sentence: string): InvokeResponse {
  if (invoke === 'composeExtension/query') return saying(sentence);
  // Where a link was pasted there is no place for a sentence.
  if (invoke === 'composeExtension/queryLink' || invoke === 'composeExtension/anonymousQueryLink') return nothing;
  const body =
    invoke === 'adaptiveCard/action'
      ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence }
      : { task: { type: 'message', value: sentence } };
  return { status: 200, body };
}
