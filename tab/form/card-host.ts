import {
  AdaptiveCard,
  CardObjectRegistry,
  ChoiceSetInput,
  type CardElement as Drawn,
  GlobalRegistry,
  GlobalSettings,
  type Input,
  SerializationContext,
  ToggleInput,
} from 'adaptivecards';
import type { CardElement } from '../wire.ts';
import { describeFields } from './describe.ts';
import { hostConfig } from './host-config.ts';
import { renderMarkdown } from './markdown.ts';
import { type CardValues, forPage, withValues } from './shape.ts';
import { type Place, UploadPlace } from './upload-place.ts';

export interface DrawnPlace extends Place {
  /** The same element in every drawing: what the page put there stays. */
  readonly element: HTMLElement;
  readonly describedBy: string;
  readonly invalid: boolean;
}

export interface CardHost {
  /** Draws the form; what is typed and where the focus is stay. @returns the places for files */
  draw(form: readonly CardElement[]): readonly DrawnPlace[];
  values(): CardValues;
  /** @returns whether there is a fault to go to */
  focusFirstFault(): boolean;
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderMarkdown(text);
  result.didProcess = true;
};
GlobalSettings.setTabIndexAtCardRoot = false;

/**
 * A form of the server, drawn by the same library that Teams draws it with.
 *
 * @param changed with the id of the input, and whether it was chosen rather than typed
 */
export function hostCard(root: HTMLElement, changed: (id: string, chosen: boolean) => void): CardHost {
  const places = new Map<string, HTMLElement>();
  let inputs: readonly Input[] = [];

  const values = () => Object.fromEntries(inputs.map((input) => [String(input.id), String(typedIn(input) ?? '')]));

  return {
    values,
    draw(form) {
      const kept = focusIn(root);
      const card = new AdaptiveCard();
      card.hostConfig = hostConfig;
      card.onInputValueChanged = (input) => {
        const typed = input.renderedElement?.querySelector('input:not([type=radio]):not([type=checkbox]), textarea');
        changed(String(input.id), !typed);
      };
      card.parse({ type: 'AdaptiveCard', version: '1.5', body: withValues(forPage(form), values()) }, context());
      const drawn = card.render();
      if (drawn) drawn.style.padding = '0';
      inputs = card.getAllInputs();
      for (const input of inputs) finish(input);
      const described = describeFields(card);
      const found = [...(drawn?.querySelectorAll<HTMLElement>('.upload-place') ?? [])].map((empty) => {
        const field = empty.dataset['field'] ?? '';
        const element = places.get(field) ?? empty;
        places.set(field, element);
        if (element !== empty) empty.replaceWith(element);
        return { field, element };
      });
      root.replaceChildren(...(drawn ? [drawn] : []));
      restoreFocus(root, kept);
      const declared = placesOf(card);
      return found.flatMap(({ field, element }) => {
        const place = declared.get(field);
        return place ? [{ ...place, element, ...(described.get(field) ?? { describedBy: '', invalid: false }) }] : [];
      });
    },
    focusFirstFault() {
      const first = root.querySelector<HTMLElement>('[aria-invalid=true]');
      first?.focus();
      first?.scrollIntoView({ block: 'center' });
      return first !== null;
    },
  };
}

function context(): SerializationContext {
  const registry = new CardObjectRegistry<Drawn>();
  GlobalRegistry.populateWithDefaultElements(registry);
  registry.register(UploadPlace.typeName, UploadPlace);
  const made = new SerializationContext();
  made.setElementRegistry(registry);
  return made;
}

function placesOf(card: AdaptiveCard): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (let i = 0; i < card.getItemCount(); i++) {
    const item = card.getItemAt(i);
    if (item instanceof UploadPlace) found.set(item.place.field, item.place);
  }
  return found;
}

/** A number field gives back what is in it as typed; the library's own value would hide what is no number. */
function typedIn(input: Input): unknown {
  const control = input.renderedElement?.querySelector<HTMLInputElement>('input[type=number]');
  return control && control.value !== '' ? control.value : input.value;
}

/** What the library leaves out: an optional choice can be taken back, and choices side by side are one group. */
function finish(input: Input): void {
  const element = input.renderedElement;
  if (!element) return;
  element.dataset['input'] = String(input.id);
  element.dir = 'auto';
  const blank = element.querySelector<HTMLOptionElement>('select option[value=""]');
  if (blank && !input.isRequired) {
    blank.hidden = false;
    blank.disabled = false;
  }
  if (input instanceof ChoiceSetInput) {
    const group = element.querySelector('.ac-choiceSetInput-expanded');
    group?.setAttribute('role', 'radiogroup');
  }
  if (input instanceof ToggleInput) {
    element.classList.toggle('card-required', input.isRequired);
    const label = element.querySelector('label');
    if (label) label.style.flex = '0 1 auto';
  }
}

interface Focus {
  readonly id: string;
  readonly index: number;
  readonly selection: readonly [number | null, number | null] | undefined;
}

const focusable = 'input, select, textarea';

function focusIn(root: HTMLElement): Focus | undefined {
  const active = document.activeElement;
  const holder = active && root.contains(active) ? active.closest<HTMLElement>('[data-input]') : null;
  if (!active || !holder) return undefined;
  const texts = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text');
  return {
    id: holder.dataset['input'] ?? '',
    index: [...holder.querySelectorAll(focusable)].indexOf(active),
    selection: texts ? [active.selectionStart, active.selectionEnd] : undefined,
  };
}

function restoreFocus(root: HTMLElement, kept: Focus | undefined): void {
  if (!kept) return;
  const holder = root.querySelector(`[data-input="${CSS.escape(kept.id)}"]`);
  const control = holder?.querySelectorAll<HTMLElement>(focusable)[kept.index];
  control?.focus({ preventScroll: true });
  if (kept.selection && (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement))
    control.setSelectionRange(kept.selection[0], kept.selection[1]);
}
