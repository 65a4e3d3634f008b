import { isObject, type Json } from '../../src/local/page/card-actions.ts';
import type { ScriptedPerson } from '../../src/local/teams-client.ts';

/** Every text a card shows, as a person reads it: Markdown's own signs are not. */
export function textOf(card: Json): string {
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) walk(one);
    if (!isObject(part)) return;
    for (const [name, value] of Object.entries(part)) {
      const shown = ['text', 'label', 'title', 'value'].includes(name) && typeof value === 'string';
      if (shown) found.push(value);
      else if (!['actions', 'selectAction', 'refresh', 'choices'].includes(name)) walk(value);
    }
  };
  walk(card['body']);
  return found.join('\n').replace(/\*\*/g, '').replace(/\\(.)/g, '$1');
}

/** The titles of the buttons at its foot. */
export const actionsIn = (card: Json): string[] => (card['actions'] as { title: string }[]).map(({ title }) => title);

/** Presses a button of the newest card and reads the card that takes its place. */
export async function press(person: ScriptedPerson, action: string, inputs: Readonly<Record<string, string>> = {}): Promise<Json> {
  const answer = await person.press(await person.lastFromBot(), action, inputs);
  if (answer.kind !== 'card') throw new Error(`a card was expected for ${action}, not ${JSON.stringify(answer)}`);
  return answer.card;
}

/** The case number a card shows. */
export function numberIn(card: Json): string {
  const found = /CD-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(textOf(card))?.[0];
  if (!found) throw new Error(`no case number in ${textOf(card)}`);
  return found;
}
