import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fromTeams } from '../src/local/activities.ts';
import { readObject } from '../src/local/body.ts';
import { createIssuer } from '../src/local/issuer.ts';
import { type SampleMember, sampleMember } from '../src/local/organisations.ts';
import { memberAccount } from '../src/local/roster.ts';
import { answerJson, routeTable } from '../src/local/route.ts';
import { teamsIds } from '../src/local/teams-ids.ts';

export const appId = '0c0ffee0-1111-4222-8333-444455556666';

/** Teams reduced to what a turn needs, in the measuring process: it signs activities, shows its keys and takes replies. */
export interface Channel {
  readonly url: string;
  /** A bearer token for a bot's replies. */
  readonly replyToken: string;
  /** What a tab of this person's receives from Teams. */
  ssoToken(personId: string): Promise<string>;
  /** Sends one message activity as this person. @returns the replies that arrived before the turn was answered */
  send(botUrl: string, personId: string, content: { readonly text?: string; readonly value?: unknown }): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export async function openChannel(): Promise<Channel> {
  let url = '';
  const issuer = await createIssuer(() => url, appId);
  const ids = teamsIds(appId);
  let replies: unknown[] = [];
  const find = routeTable(issuer.routes);
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', url);
    const found = find(request.method ?? '', asked);
    if (found) return void found.route.handle({ request, response, url: asked, parts: found.parts });
    const [, whom] = /\/members\/([^/]+)$/.exec(asked.pathname) ?? [];
    const inRoster = whom === undefined ? undefined : ids.memberOf(decodeURIComponent(whom));
    if (inRoster) return answerJson(response, 200, memberAccount(ids, inRoster));
    if (request.method === 'POST' || request.method === 'PUT') replies.push(await readObject(request, 1024 * 1024));
    answerJson(response, request.method === 'POST' ? 201 : 200, { id: String(Date.now()) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/`;
  const token = await issuer.signActivity(serviceUrl);

  return {
    url,
    replyToken: await issuer.signForConnector(),
    ssoToken: (personId) => issuer.signSso(memberOf(personId)),
    async send(botUrl, personId, content) {
      const member = memberOf(personId);
      const conversation = {
        id: ids.personalChat(personId),
        place: 'personal',
        organisation: member.organisation,
        member,
        presence: 'installed',
        messages: [],
      } as const;
      const from = fromTeams(
        { ids, appName: 'Case Desk', serviceUrl: () => serviceUrl },
        { member, conversation: { ...conversation }, locale: member.person.locale },
        randomUUID(),
      );
      replies = [];
      const response = await fetch(`${botUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ ...from, type: 'message', textFormat: 'plain', ...content }),
        signal: AbortSignal.timeout(30_000),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`The bot answered ${response.status}: ${text.slice(0, 500)}`);
      return replies;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function memberOf(personId: string): SampleMember {
  const member = sampleMember(personId);
  if (!member) throw new Error(`No sample person has the id ${personId}.`);
  return member;
}
