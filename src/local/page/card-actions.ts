/** What Teams does when a card's action is pressed: pure, so that the page and the scripted client mean the same. */

export type Json = Record<string, unknown>;

export interface CardAction {
  readonly type: string;
  readonly title?: string;
  readonly id?: string;
  readonly verb?: string;
  readonly url?: string;
  readonly data?: unknown;
}

export type Meaning =
  /** `Action.Execute`: an invoke whose answer may replace the card. */
  | { readonly kind: 'execute'; readonly name: 'adaptiveCard/action'; readonly value: Json }
  /** `Action.Submit` that asks for a dialog. */
  | { readonly kind: 'dialog'; readonly name: 'task/fetch'; readonly value: Json }
  | { readonly kind: 'invoke'; readonly name: string; readonly value: unknown }
  /** A message to the bot; `displayText` is what the chat shows of it. */
  | { readonly kind: 'message'; readonly value?: unknown; readonly text?: string; readonly displayText?: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'nothing' };

/** @param action its `data` already merged with the inputs. */
export function meaningOf(action: CardAction, theme: string): Meaning {
  switch (action.type) {
    case 'Action.Execute':
      return { kind: 'execute', name: 'adaptiveCard/action', value: executeValue(action, 'manual') };
    case 'Action.Submit':
      return submitMeaning(isObject(action.data) ? action.data : {}, theme);
    case 'Action.OpenUrl':
      return { kind: 'link', url: action.url ?? '' };
    default:
      return { kind: 'nothing' };
  }
}

export function executeValue({ id, verb, data }: CardAction, trigger: 'manual' | 'automatic'): Json {
  return { action: { type: 'Action.Execute', id: id ?? '', verb: verb ?? '', data: data ?? {} }, trigger };
}

/** The value of `task/fetch` and `task/submit`. */
export const taskValue = (data: unknown, theme: string): Json => ({ data, context: { theme } });

function submitMeaning(data: Json, theme: string): Meaning {
  const teams = isObject(data['msteams']) ? data['msteams'] : undefined;
  const said = (key: string) => (typeof teams?.[key] === 'string' ? { [key]: teams[key] } : {});
  switch (teams?.['type']) {
    case 'task/fetch':
      return { kind: 'dialog', name: 'task/fetch', value: taskValue(data, theme) };
    case 'invoke':
      return { kind: 'invoke', name: 'task/submit', value: teams['value'] };
    case 'imBack':
      return { kind: 'message', text: String(teams['value'] ?? ''), displayText: String(teams['value'] ?? '') };
    case 'messageBack':
      return { kind: 'message', value: teams['value'] ?? without(data, 'msteams'), ...said('text'), ...said('displayText') };
    default:
      return { kind: 'message', value: data };
  }
}

export interface Dialog {
  readonly title: string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly card?: Json;
  readonly url?: string;
}

/** A card of an extension, and what only whoever looks for one sees of it. */
export interface Offered {
  readonly card: Json;
  readonly title: string;
  readonly text: string;
}

/** What the bot answered, in the few shapes a client can show. */
export type Answer =
  | { readonly kind: 'done' }
  | { readonly kind: 'card'; readonly card: Json }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  /** Cards for the message that is being written. */
  | { readonly kind: 'offered'; readonly offered: readonly Offered[] }
  | { readonly kind: 'refused'; readonly status: number; readonly code?: string; readonly text: string };

/** Reads the answer to `adaptiveCard/action`, `task/fetch` or `task/submit`. Whatever has none of the known shapes is a refusal, as in Teams. */
export function answerOf(name: string, status: number, body: unknown): Answer {
  if (status < 200 || status > 299) return { kind: 'refused', status, text: '' };
  if (name === 'adaptiveCard/action') return executeAnswer(status, body);
  if (isObject(body) && isObject(body['composeExtension'])) return composeAnswer(body['composeExtension']);
  const task = isObject(body) && isObject(body['task']) ? body['task'] : undefined;
  if (!task) return { kind: 'done' };
  if (task['type'] === 'message') return { kind: 'message', text: String(task['value'] ?? '') };
  const value = isObject(task['value']) ? task['value'] : {};
  const attachment = isObject(value['card']) ? value['card'] : undefined;
  const card = isObject(attachment?.['content']) ? attachment['content'] : attachment;
  if (task['type'] !== 'continue' || (!card && typeof value['url'] !== 'string'))
    return { kind: 'refused', status, code: 'BadTask', text: '' };
  return { kind: 'dialog', dialog: { ...value, title: String(value['title'] ?? ''), ...(card ? { card } : {}) } as Dialog };
}

function composeAnswer({ type, text, attachments }: Json): Answer {
  if (type === 'message') return { kind: 'message', text: String(text ?? '') };
  const all: readonly unknown[] = Array.isArray(attachments) ? attachments : [];
  return {
    kind: 'offered',
    offered: all.filter(isObject).flatMap(({ content, preview }) => {
      const shown = isObject(preview) && isObject(preview['content']) ? preview['content'] : {};
      return isObject(content) ? [{ card: content, title: String(shown['title'] ?? ''), text: String(shown['text'] ?? '') }] : [];
    }),
  };
}

function executeAnswer(status: number, body: unknown): Answer {
  const { statusCode = status, type, value } = isObject(body) ? (body as { statusCode?: number; type?: string; value?: unknown }) : {};
  if (statusCode === 200 && type === 'application/vnd.microsoft.card.adaptive' && isObject(value)) return { kind: 'card', card: value };
  if (statusCode === 200 && type === 'application/vnd.microsoft.activity.message') return { kind: 'message', text: String(value ?? '') };
  if (statusCode === 200 && type === undefined) return { kind: 'done' };
  const error = isObject(value) ? value : {};
  return { kind: 'refused', status: statusCode, code: String(error['code'] ?? type ?? ''), text: String(error['message'] ?? '') };
}

/** The card as a client without `Action.Execute` shows it: each such action gives way to its fallback, or goes. */
export function asOlderClient(card: unknown): unknown {
  if (Array.isArray(card)) return card.map(asOlderClient).filter((part) => part !== undefined);
  if (!isObject(card)) return card;
  if (card['type'] === 'Action.Execute') return isObject(card['fallback']) ? asOlderClient(card['fallback']) : undefined;
  const parts = Object.entries(card).filter(([name]) => name !== 'refresh' || card['type'] !== 'AdaptiveCard');
  return Object.fromEntries(parts.map(([name, part]) => [name, asOlderClient(part)]).filter(([, part]) => part !== undefined));
}

export interface Refresh {
  readonly action: CardAction;
  readonly userIds?: readonly string[];
}

/** The card's refresh, if Teams would do it by itself for this person. */
export function refreshFor(card: unknown, botUserId: string): CardAction | undefined {
  const refresh = isObject(card) && isObject(card['refresh']) ? (card['refresh'] as unknown as Refresh) : undefined;
  if (refresh?.action?.type !== 'Action.Execute') return undefined;
  return refresh.userIds === undefined || refresh.userIds.includes(botUserId) ? refresh.action : undefined;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(data: Json, key: string): Json {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
}
