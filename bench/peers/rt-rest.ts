import { type Caller, callerOf, said } from './http.ts';
import type { Client, Content, ReadCase } from './product.ts';

const rest = '/REST/2.0';
/** Whom `rt-setup-database-5` makes the administrator. */
const administrator = 'user=root&pass=password';

/** A caller with a session of its own: signing in with every call would cost far more than the calls. */
export async function signedIn(origin: string): Promise<Caller> {
  const { headers } = await callerOf(
    origin,
    {},
    false,
  )('/NoAuth/Login.html', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: administrator,
  });
  const cookie = headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ');
  if (!cookie) throw new Error('Request Tracker gave no session.');
  return callerOf(origin, { cookie }, false);
}

/** @returns the id of the queue */
export async function createQueue(call: Caller, name: string): Promise<number> {
  return Number(said<{ id: string }>(await call(`${rest}/queue`, { method: 'POST', body: { Name: name } })).id);
}

/** @returns the id of the user */
export async function createUser(call: Caller, name: string, mail: string): Promise<number> {
  const { id } = said<{ id: string }>(await call(`${rest}/user`, { method: 'POST', body: { Name: name, EmailAddress: mail } }));
  const user = said<{ id: number }>(await call(`${rest}/user/${id}`));
  return user.id;
}

interface Page<T> {
  readonly items: readonly T[];
}

/**
 * A client as Request Tracker’s administrator, for whom it checks the least.
 *
 * Its users search for words in the subject; its index of the correspondence is off as it is installed.
 */
export function clientOf(call: Caller, queue: string, requester: string): Client {
  const find = async (query: string) => {
    const asked = { query, fields: 'Subject,Status,LastUpdated', per_page: '50', orderby: 'LastUpdated', order: 'DESC' };
    const page = said<Page<{ readonly Subject: string }>>(await call(`${rest}/tickets?${new URLSearchParams(asked)}`));
    return page.items.map(({ Subject }) => Subject);
  };
  return {
    async create({ title, description }: Content) {
      const body = { Queue: queue, Requestor: requester, Subject: title, Content: description, ContentType: 'text/plain' };
      return said<{ id: string }>(await call(`${rest}/ticket`, { method: 'POST', body })).id;
    },
    listOpen: () => find(`Queue = '${queue}' AND Status = '__Active__'`),
    search: (words) => find([`Queue = '${queue}'`, ...words.map((word) => `Subject LIKE '${word}'`)].join(' AND ')),
    read: (id) => read(call, id),
    async comment(id, text) {
      await call(`${rest}/ticket/${id}/correspond`, { method: 'POST', body: { Content: text, ContentType: 'text/plain' } });
    },
    async close(id) {
      await call(`${rest}/ticket/${id}`, { method: 'PUT', body: { Status: 'resolved' } });
    },
  };
}

/** The ticket, what happened to it and what was written stand in three places, which are asked for at once. */
async function read(call: Caller, id: string): Promise<ReadCase> {
  const ticket = `${rest}/ticket/${id}`;
  const [head, history, attachments] = await Promise.all([
    call(ticket),
    call(`${ticket}/history?fields=Type,Field,OldValue,NewValue,Creator,Created&per_page=100`),
    call(`${ticket}/attachments?fields=TransactionId,Content&per_page=100`),
  ]);
  const transactions = new Set(said<Page<{ readonly id: string }>>(history).items.map((one) => one.id));
  const written = said<Page<{ readonly TransactionId: string; readonly Content: string }>>(attachments).items;
  return {
    title: said<{ Subject: string }>(head).Subject,
    texts: written.filter(({ TransactionId }) => transactions.has(TransactionId)).map(({ Content }) => Content),
  };
}
