import { z } from 'zod';
import { readBytes, readObject } from './body.ts';
import { type Client, memberOf, Unknown } from './client.ts';
import type { ClientEvent, OrganisationEntry, Start } from './client-contract.ts';
import type { Conversations } from './conversations.ts';
import { type Files, largestFile } from './files.ts';
import type { Issuer } from './issuer.ts';
import type { Mailbox } from './mailbox.ts';
import { type SampleOrganisation, sampleOrganisations } from './organisations.ts';
import { answerJson, type Call, type Route, refuse } from './route.ts';
import type { TeamsIds } from './teams-ids.ts';

const largestRequest = 512 * 1024;
const heartbeat = 25_000;
const mostUnread = 2 * 1024 * 1024;

const acting = {
  person: z.string(),
  locale: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
    .exactOptional(),
};
const place = z.enum(['personal', 'team']);
const text = z.string().max(30_000);
const open = z.object({ ...acting, place });
const say = z.object({
  ...acting,
  place,
  text,
  thread: z.string().exactOptional(),
  files: z.array(z.string()).max(10).exactOptional(),
  cards: z.array(z.unknown()).max(5).exactOptional(),
});
const submit = z.object({
  ...acting,
  place,
  message: z.string(),
  value: z.unknown(),
  text: text.exactOptional(),
  displayText: text.exactOptional(),
});
const invoke = z.object({ ...acting, place, message: z.string().exactOptional(), name: z.string().max(100), value: z.unknown() });
const consent = z.object({ ...acting, message: z.string(), accept: z.boolean() });

export interface ClientRouteParts {
  readonly client: Client;
  readonly conversations: Conversations;
  readonly files: Files;
  readonly issuer: Issuer;
  readonly mailbox: Mailbox;
  readonly start: () => Start;
}

/** What the page calls. `local-desk.ts` lets only pages of this very origin through to it. */
export function clientRoutes({ client, conversations, files, issuer, mailbox, start }: ClientRouteParts): Route[] {
  const post = <T>(name: string, schema: z.ZodType<T>, act: (request: T) => Promise<unknown>): Route => ({
    method: 'POST',
    path: `/client/${name}`,
    handle: ({ request, response }) =>
      orUnknown(response, async () => {
        const parsed = schema.safeParse(await readObject(request, largestRequest));
        if (!parsed.success) return refuse(response, 400, 'BadRequest', z.prettifyError(parsed.error));
        answerJson(response, 200, await act(parsed.data));
      }),
  });
  return [
    { method: 'GET', path: '/client/start', handle: ({ response }) => answerJson(response, 200, start()) },
    {
      method: 'GET',
      path: '/client/messages',
      handle: ({ response, url }) =>
        orUnknown(response, () => {
          const member = memberOf(url.searchParams.get('person') ?? '');
          const where = url.searchParams.get('place') === 'team' ? 'team' : 'personal';
          answerJson(response, 200, conversations.read(conversations.of(member, where), member.person.id));
        }),
    },
    { method: 'GET', path: '/client/events', handle: (call) => orUnknown(call.response, () => events(call, conversations, mailbox)) },
    {
      method: 'POST',
      path: '/client/files',
      handle: ({ request, response, url }) =>
        orUnknown(response, async () => {
          const { person } = memberOf(url.searchParams.get('person') ?? '');
          const name = (url.searchParams.get('name') ?? '').slice(0, 255) || 'file';
          const { id, size } = files.keep(person.id, name, await readBytes(request, largestFile));
          answerJson(response, 200, { id, name, size });
        }),
    },
    post('token', z.object({ person: z.string() }), async ({ person }) => ({ token: await issuer.signSso(memberOf(person)) })),
    post('open', open, client.open),
    post('remove', open, client.remove),
    post('say', say, client.say),
    post('submit', submit, client.submit),
    post('invoke', invoke, client.invoke),
    post('consent', consent, client.consent),
  ];
}

/** Answers 404 where the act names nobody, or nothing there is. */
export async function orUnknown(response: Call['response'], act: () => Promise<void> | void): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    refuse(response, 404, 'NotFound', 'Nobody, or nothing, of that id.');
  }
}

/** Server-sent events to one window of one person. A window that does not read them is let go, to come back and read again. */
function events({ request, response, url }: Call, conversations: Conversations, mailbox: Mailbox): void {
  const member = memberOf(url.searchParams.get('person') ?? '');
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
  response.write(': hello\n\n');
  const tell = (event: ClientEvent) => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > mostUnread) response.destroy();
  };
  const stops = [conversations.listen(member, tell), mailbox.listen(() => tell({ kind: 'mail' }))];
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
  request.on('close', () => {
    clearInterval(beat);
    for (const stop of stops) stop();
  });
}

/** The people to choose from, as the page shows them. */
export function peopleToChoose(ids: TeamsIds): OrganisationEntry[] {
  return sampleOrganisations.map((organisation) => ({
    id: organisation.id,
    name: organisation.name,
    kind: kindOf(organisation),
    country: organisation.country,
    people: organisation.people.map((person) => ({
      id: person.id,
      botUserId: ids.person(person.id),
      name: person.name,
      email: person.email,
      locale: person.locale,
      guest: person.guest ?? false,
      roles: person.roles,
    })),
  }));
}

function kindOf({ id, kind, resellerOf }: SampleOrganisation): OrganisationEntry['kind'] {
  if (resellerOf) return 'reseller';
  return sampleOrganisations.some((other) => other.resellerOf === id) ? 'provider' : kind;
}
