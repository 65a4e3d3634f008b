import type { CardElement } from '../wire.ts';

/** What the inputs of a card hold, by their id. */
export type CardValues = Readonly<Record<string, string>>;

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isInput = (element: Record<string, Json>): boolean => typeof element['type'] === 'string' && element['type'].startsWith('Input.');

function mapped(value: Json, change: (element: Record<string, Json>) => Record<string, Json>): Json {
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(change(value)).map(([key, inner]) => [key, mapped(inner, change)]));
}

/**
 * What makes one drawing of a form differ from another for a person: its elements, choices and faults, not what they typed. A form is drawn
 * again only when this changes, so that nothing jumps under their hands.
 */
export function shapeOf(form: readonly CardElement[]): string {
  return JSON.stringify(mapped(form, (element) => (isInput(element) ? { ...element, value: null } : element)));
}

/** The fields that take one list of numbers: its id goes alone, where documents are several. */
export const listsIn = (form: readonly CardElement[]): readonly string[] =>
  form.filter((element) => element.type === 'CaseDesk.Upload' && element['kind'] === 'numberList').map((element) => String(element['id']));

/** The form with what is typed in it now: an answer that was on its way must not take it back. */
export function withValues(form: readonly CardElement[], values: CardValues): readonly CardElement[] {
  return mapped(form, (element) => {
    const typed = isInput(element) ? values[String(element['id'])] : undefined;
    if (typed === undefined) return element;
    if (element['type'] === 'Input.Number') {
      const { value: _, ...rest } = element;
      return typed !== '' && Number.isFinite(Number(typed)) ? { ...rest, value: Number(typed) } : rest;
    }
    return { ...element, value: typed };
  }) as readonly CardElement[];
}

/** A long choice is a field to type in where cards are at home; here the browser's own list does that, for keyboards and readers too. */
export function forPage(form: readonly CardElement[]): readonly CardElement[] {
  return mapped(form, (element) =>
    element['type'] === 'Input.ChoiceSet' && element['style'] === 'filtered' ? { ...element, style: 'compact' } : element,
  ) as readonly CardElement[];
}
