import { setTimeout as wait } from 'node:timers/promises';
import { filled, findAction } from './card-inputs.ts';
import type { ChatMessage, Delivery, OrganisationEntry, PersonEntry, Place, Said, Start, UploadedFile } from './client-contract.ts';
import { adaptiveCard } from './conversations.ts';
import { type Answer, answerOf, executeValue, isObject, type Json, meaningOf, refreshFor, taskValue } from './page/card-actions.ts';

export type Pressed = Answer | { readonly kind: 'sent'; readonly status: number } | { readonly kind: 'link'; readonly url: string };

/** One of the sample people with a client that needs no browser. Every call goes over HTTP to the stand-in, as the page's do. */
export interface ScriptedPerson {
  readonly entry: PersonEntry;
  readonly organisation: OrganisationEntry;
  open(place?: Place): Promise<Delivery>;
  remove(place?: Place): Promise<Delivery>;
  /** Says it in the personal chat, or in the team's channel; files (their ids) go in personal chat only. */
  say(text: string, options?: { place?: Place; thread?: string; files?: readonly string[] }): Promise<Said>;
  upload(name: string, bytes: Uint8Array | string): Promise<UploadedFile>;
  /** Uploads and says in one. */
  attach(name: string, bytes: Uint8Array | string, text?: string): Promise<Said>;
  messages(place?: Place): Promise<ChatMessage[]>;
  /** The newest message of the bot, waiting a little for it. @throws when none comes. */
  lastFromBot(place?: Place): Promise<ChatMessage>;
  /** Waits until the messages are so. @throws when they don't become so within `within` milliseconds. */
  until(met: (messages: ChatMessage[]) => boolean, options?: { place?: Place; within?: number }): Promise<ChatMessage[]>;
  /** Presses an action by its title, verb or id. @throws when a client could not: no such action or input, or a required one is empty. */
  press(message: ChatMessage, action: string, inputs?: Readonly<Record<string, string>>): Promise<Pressed>;
  /** Does what Teams does by itself when it shows a card with `refresh` to this person. `undefined`: nothing to refresh for them. */
  refresh(message: ChatMessage): Promise<Answer | undefined>;
  /** Presses an action in a dialog's card, as `task/submit`. */
  submitDialog(card: Json, action: string, inputs?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends data that no card of the bot made. */
  submitRaw(message: string, value: unknown, place?: Place): Promise<Delivery>;
  invokeRaw(name: string, value: unknown, message?: string, place?: Place): Promise<Delivery>;
  consent(message: ChatMessage, accept: boolean): Promise<Delivery>;
  /** What a tab of theirs receives from Teams. */
  ssoToken(): Promise<string>;
}

export interface TeamsClient {
  readonly start: Start;
  /** By object id, or by the beginning of the name. @throws when nobody fits. */
  asPerson(idOrName: string, options?: { locale?: string }): ScriptedPerson;
}

/** The first card of a message. @throws when it has none. */
export function cardOf(message: ChatMessage): Json {
  const card = message.attachments.find((a) => a.contentType === adaptiveCard)?.content;
  if (!isObject(card)) throw new ScriptError(`No card in the message ${JSON.stringify(message.text)}.`);
  return card;
}

export class ScriptError extends Error {}

/** @param url of a running stand-in, in this process or another. */
export async function connectTeams(url: string): Promise<TeamsClient> {
  const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await fetch(`${url}/client/${path}`, {
      ...init,
      headers: { ...init.headers, origin: url },
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new ScriptError(`${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const post = <T>(path: string, body: object) =>
    call<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const start = await call<Start>('start');
  return {
    start,
    asPerson(idOrName, { locale } = {}) {
      for (const organisation of start.organisations) {
        const entry = organisation.people.find(({ id, name }) => id === idOrName || name.startsWith(idOrName));
        if (entry) return scripted({ call, post }, organisation, entry, locale ?? entry.locale);
      }
      throw new ScriptError(`Nobody is called ${idOrName}.`);
    },
  };
}

interface Wire {
  call<T>(path: string, init?: RequestInit): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

function scripted({ call, post }: Wire, organisation: OrganisationEntry, entry: PersonEntry, locale: string): ScriptedPerson {
  const as = { person: entry.id, locale };
  const invoke = async (name: string, value: unknown, place: Place, message?: string): Promise<Answer> => {
    const { status, body } = await post<Delivery>('invoke', { ...as, place, name, value, ...(message ? { message } : {}) });
    return answerOf(name, status, body);
  };
  const self: ScriptedPerson = {
    entry,
    organisation,
    open: (place = 'personal') => post('open', { ...as, place }),
    remove: (place = 'personal') => post('remove', { ...as, place }),
    say: (text, { place = 'personal', ...rest } = {}) => post('say', { ...as, place, text, ...rest }),
    upload: (name, bytes) =>
      call(`files?person=${entry.id}&name=${encodeURIComponent(name)}`, {
        method: 'POST',
        body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
      }),
    attach: async (name, bytes, text = '') => self.say(text, { files: [(await self.upload(name, bytes)).id] }),
    messages: (place = 'personal') => call(`messages?person=${entry.id}&place=${place}`),
    async lastFromBot(place = 'personal') {
      const messages = await self.until((all) => all.some((m) => m.author.kind === 'bot'), { place });
      return messages.findLast((m) => m.author.kind === 'bot') as ChatMessage;
    },
    async until(met, { place = 'personal', within = 10_000 } = {}) {
      for (const end = Date.now() + within; ; await wait(25)) {
        const messages = await self.messages(place);
        if (met(messages)) return messages;
        if (Date.now() > end) throw new ScriptError(`Waited in vain. The last messages: ${JSON.stringify(messages.slice(-2))}`);
      }
    },
    async press(message, wanted, inputs = {}) {
      const card = cardOf(message);
      const action = pressable(card, wanted, inputs);
      const meaning = meaningOf(action, 'default');
      switch (meaning.kind) {
        case 'execute':
        case 'dialog':
        case 'invoke':
          return invoke(meaning.name, meaning.value, message.place, message.id);
        case 'message': {
          const { kind: _kind, ...said } = meaning;
          return {
            kind: 'sent',
            status: (await post<Delivery>('submit', { ...as, place: message.place, message: message.id, ...said })).status,
          };
        }
        case 'link':
          return { kind: 'link', url: meaning.url };
        case 'nothing':
          throw new ScriptError(`${wanted} is an ${action.type}, which tells the bot nothing.`);
      }
    },
    async refresh(message) {
      const action = refreshFor(cardOf(message), entry.botUserId);
      return action && invoke('adaptiveCard/action', executeValue(action, 'automatic'), message.place, message.id);
    },
    submitDialog: (card, wanted, inputs = {}) =>
      invoke('task/submit', taskValue(pressable(card, wanted, inputs).data, 'default'), 'personal'),
    submitRaw: (message, value, place = 'personal') => post('submit', { ...as, place, message, value }),
    invokeRaw: (name, value, message, place = 'personal') => post('invoke', { ...as, place, name, value, ...(message ? { message } : {}) }),
    consent: (message, accept) => post('consent', { ...as, message: message.id, accept }),
    ssoToken: async () => (await post<{ token: string }>('token', { person: entry.id })).token,
  };
  return self;
}

function pressable(card: Json, wanted: string, inputs: Readonly<Record<string, string>>) {
  const found = findAction(card, wanted);
  if (!found) throw new ScriptError(`The card has no action ${wanted}.`);
  const result = filled(card, found, inputs);
  if ('fault' in result) throw new ScriptError(`The card would not be sent: ${result.fault}.`);
  return { ...found.action, data: result.data };
}
