import { type AdaptiveCard, type CardElement, TextBlock } from 'adaptivecards';
import { UploadPlace } from './upload-place.ts';

const controls = 'input, select, textarea';
let last = 0;

/**
 * Ties each hint and each fault to its field, as cards can't: the text under an input describes it, a fault makes it invalid. Returns the
 * ids that describe each place for files.
 */
export function describeFields(card: AdaptiveCard): ReadonlyMap<string, { readonly describedBy: string; readonly invalid: boolean }> {
  const places = new Map<string, { describedBy: string; invalid: boolean }>();
  let above: readonly CardElement[] = [];
  for (let i = 0; i < card.getItemCount(); i++) {
    const item = card.getItemAt(i);
    const text = item instanceof TextBlock ? item.renderedElement : undefined;
    if (!text) {
      const here = inputsIn(item);
      // A date, its time and its zone are one field: what stands under the last of them is said of all.
      above = fieldOf(here) !== '' && fieldOf(here) === fieldOf(above) ? [...above, ...here] : here;
      continue;
    }
    const fault = item.id?.startsWith('fault:') ?? false;
    last += 1;
    text.id = `form-text-${last}`;
    if (fault) text.classList.add('card-fault');
    for (const element of above) {
      if (element instanceof UploadPlace) {
        const { field } = element.place;
        const before = places.get(field) ?? { describedBy: '', invalid: false };
        places.set(field, { describedBy: `${before.describedBy} ${text.id}`.trim(), invalid: before.invalid || fault });
        continue;
      }
      for (const control of element.renderedElement?.querySelectorAll(controls) ?? []) {
        control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') ?? ''} ${text.id}`.trim());
        if (fault) control.setAttribute('aria-invalid', 'true');
      }
    }
  }
  return places;
}

const inputsIn = (item: CardElement): readonly CardElement[] => (item instanceof UploadPlace ? [item] : item.getAllInputs(false));
const fieldOf = ([first]: readonly CardElement[]): string => first?.id?.split('.')[0] ?? '';
