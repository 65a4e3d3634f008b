import { type Action, AdaptiveCard, ExecuteAction, OpenUrlAction, SerializationContext, SubmitAction, Versions } from 'adaptivecards';
import type { CardAction } from './card-actions.ts';
import { h } from './element.ts';
import { hostConfig } from './host-config.ts';
import { cardHtml } from './markdown.ts';
import type { Session } from './session.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardHtml(text);
  result.didProcess = true;
};

/** A card, drawn as Teams draws it. Links in its text are reported like its actions. */
export function cardView(card: unknown, { words, language }: Session, pressed: (action: CardAction) => void): HTMLElement {
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = hostConfig;
  adaptive.onExecuteAction = (action) => pressed(plain(action));
  adaptive.onAnchorClicked = (_element, anchor) => {
    pressed({ type: 'Action.OpenUrl', url: anchor.href });
    return true;
  };
  const context = new SerializationContext(Versions.v1_6);
  adaptive.parse(card as object, context);
  adaptive.lang = language;
  const drawn = adaptive.render();
  return drawn ?? h('p', { class: 'note', role: 'alert' }, words.noCard);
}

/** The renderer has merged the inputs into `data` by now. */
function plain(action: Action): CardAction {
  const named = { title: action.title ?? '', id: action.id ?? '' };
  if (action instanceof ExecuteAction) return { ...named, type: 'Action.Execute', verb: action.verb ?? '', data: action.data };
  if (action instanceof SubmitAction) return { ...named, type: 'Action.Submit', data: action.data };
  if (action instanceof OpenUrlAction) return { ...named, type: 'Action.OpenUrl', url: action.url ?? '' };
  return { ...named, type: action.getJsonTypeName() };
}
