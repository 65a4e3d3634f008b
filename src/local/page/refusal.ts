import type { Answer } from './card-actions.ts';
import { type Desk, failureIn } from './desk.ts';
import { notice } from './notice.ts';

/** Says what Teams says of every refusal, and for whoever builds the bot what the answer was. */
export function refusal({ session }: Desk, { status, code, text }: Extract<Answer, { kind: 'refused' }>): HTMLElement {
  const failure = failureIn({ status: status === 0 || status === 504 ? status : 500 }, session) ?? '';
  return notice('error', failure, session.words, [status, code, text].filter((part) => part !== undefined && part !== '').join(' · '));
}
