import type { ChatMessage, ClientEvent, Delivery, Mail, MailBoxName, Place, Said, Start, UploadedFile } from '../client-contract.ts';
import type { Session } from './session.ts';

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/client/${path}`, init);
  if (!response.ok) throw new Error(`The stand-in answered ${response.status} to ${path}.`);
  return (await response.json()) as T;
}

const post = <T>(path: string, body: object) =>
  call<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

export const readStart = (): Promise<Start> => call('start');

/** What the page asks of its server, as one person. */
export function serverFor({ person, locale }: Session) {
  const as = { person: person.id, locale };
  return {
    open: (place: Place) => post<Delivery>('open', { ...as, place }),
    remove: (place: Place) => post<Delivery>('remove', { ...as, place }),
    messages: (place: Place) => call<ChatMessage[]>(`messages?person=${person.id}&place=${place}`),
    mail: (box: MailBoxName) => call<Mail[]>(`mail?person=${person.id}&box=${box}`),
    say: (place: Place, text: string, more: { thread?: string; files?: readonly string[]; cards?: readonly unknown[] } = {}) =>
      post<Said>('say', { ...as, place, text, ...more }),
    submit: (message: ChatMessage, said: { value?: unknown; text?: string; displayText?: string }) =>
      post<Delivery>('submit', { ...as, place: message.place, message: message.id, ...said }),
    invoke: (message: ChatMessage | undefined, name: string, value: unknown) =>
      post<Delivery>('invoke', { ...as, place: message?.place ?? 'personal', name, value, ...(message ? { message: message.id } : {}) }),
    /** What Teams asks an app's extension, beside a message. */
    extension: (place: Place, name: string, value: unknown) =>
      post<Delivery>('invoke', { ...as, place, name: `composeExtension/${name}`, value }),
    consent: (message: ChatMessage, accept: boolean) => post<Delivery>('consent', { ...as, message: message.id, accept }),
    upload: (file: File) =>
      call<UploadedFile>(`files?person=${person.id}&name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }),
    token: async () => (await post<{ token: string }>('token', { person: person.id })).token,
    /** @returns how to stop. `lost` is told when the connection breaks and when it is back. */
    listen(heard: (event: ClientEvent) => void, lost: (now: boolean) => void): () => void {
      const source = new EventSource(`/client/events?person=${person.id}`);
      source.addEventListener('message', ({ data }) => heard(JSON.parse(data) as ClientEvent));
      source.addEventListener('open', () => lost(false));
      source.addEventListener('error', () => lost(true));
      return () => source.close();
    },
  };
}

export type Server = ReturnType<typeof serverFor>;
