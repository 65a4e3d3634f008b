import { type CardAction, isObject, type Json } from './page/card-actions.ts';

interface Found {
  readonly action: CardAction & Json;
  /** The card the action stands in: the whole card, or the card that an `Action.ShowCard` opens. */
  readonly card: Json;
}

/** Every action of a card, those of opened cards included, with the card each stands in. */
export function actionsOf(card: Json): Found[] {
  const found: Found[] = [];
  const walk = (part: unknown, within: Json): void => {
    if (Array.isArray(part)) for (const one of part) walk(one, within);
    if (!isObject(part)) return;
    const type = typeof part['type'] === 'string' ? part['type'] : '';
    if (type.startsWith('Action.')) found.push({ action: part as CardAction & Json, card: within });
    const inner = type === 'AdaptiveCard' ? part : within;
    for (const [name, value] of Object.entries(part)) if (name !== 'fallback' && name !== 'data' && name !== 'refresh') walk(value, inner);
  };
  walk(card, card);
  return found;
}

/** Finds an action by its title, verb or id. */
export function findAction(card: Json, wanted: string): Found | undefined {
  return actionsOf(card).find(({ action }) => [action.title, action.verb, action.id].includes(wanted));
}

/** What the inputs of a card hold before anyone typed, as the renderer would send it: always strings. */
export function inputsOf(card: Json): Map<string, { readonly value: string; readonly required: boolean }> {
  const inputs = new Map<string, { value: string; required: boolean }>();
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) walk(one);
    if (!isObject(part)) return;
    const type = typeof part['type'] === 'string' ? part['type'] : '';
    if (type.startsWith('Input.') && typeof part['id'] === 'string') {
      const empty = type === 'Input.Toggle' ? String(part['valueOff'] ?? 'false') : '';
      inputs.set(part['id'], { value: String(part['value'] ?? empty), required: part['isRequired'] === true });
    }
    for (const [name, value] of Object.entries(part))
      if (name !== 'fallback' && name !== 'data' && !(name === 'card' && type === 'Action.ShowCard')) walk(value);
  };
  walk(card);
  return inputs;
}

/** An action's data with the inputs merged in, as a client sends them; or why a client could not have sent that. */
export function filled(
  whole: Json,
  { action, card }: Found,
  typed: Readonly<Record<string, string>>,
): { readonly data: Json } | { readonly fault: string } {
  const own = isObject(action.data) ? action.data : {};
  if (action['associatedInputs'] === 'none') return { data: own };
  const inputs = new Map([...inputsOf(whole), ...inputsOf(card)]);
  const unknown = Object.keys(typed).filter((id) => !inputs.has(id));
  if (unknown.length) return { fault: `there is no input ${unknown.join(', ')}` };
  const values = new Map([...inputs].map(([id, { value }]) => [id, typed[id] ?? value]));
  const missing = [...inputs].filter(([id, { required }]) => required && !values.get(id)).map(([id]) => id);
  return missing.length ? { fault: `${missing.join(', ')} is required` } : { data: { ...own, ...Object.fromEntries(values) } };
}
