import type { InvokeResponse } from 'botbuilder';

/** Answers an invoke with a sentence in the place of a card: where it was pressed, or in its dialog. */
export function sayInstead(invoke: string | undefined, sentence: string): InvokeResponse {
  const body =
    invoke === 'adaptiveCard/action'
      ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence }
      : { task: { type: 'message', value: sentence } };
  return { status: 200, body };
}
