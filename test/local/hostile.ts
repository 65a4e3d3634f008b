import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { fromTeams } from '../../src/local/activities.ts';
import { createConversations } from '../../src/local/conversations.ts';
import type { LocalDesk } from '../../src/local/local-desk.ts';
import { sampleMember } from '../../src/local/organisations.ts';
import { teamsIds } from '../../src/local/teams-ids.ts';

type Change = Readonly<Record<string, unknown>>;

/** Somebody who speaks to the desk's messaging address past the stand-in: with its own activities, and with good or bad tokens. */
export function hostileChannel(local: LocalDesk, messagingUrl: string, appId: string) {
  const ids = teamsIds(appId);
  const conversations = createConversations(ids);
  const claims = { serviceurl: local.serviceUrl };
  return {
    /** What Teams would send for this person saying `text`, with `change` laid over it. */
    activity(personId: string, text: string, change: Change = {}) {
      const member = sampleMember(personId);
      if (!member) throw new Error(`Nobody has the id ${personId}.`);
      const conversation = conversations.of(member, 'personal');
      const base = fromTeams({ ids, appName: 'Case Desk', serviceUrl: () => local.serviceUrl }, { member, conversation, locale: 'en-US' });
      return { ...base, type: 'message', text, textFormat: 'plain', ...change };
    },
    async post(activity: object, token: string | undefined): Promise<{ status: number; body: string }> {
      const response = await fetch(messagingUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(20_000),
      });
      return { status: response.status, body: await response.text() };
    },
    goodToken: (serviceUrl?: string) => local.signActivity(serviceUrl),
    /** Signed with a key nobody knows, under the name of one that is known. */
    async foreignToken(more: Change = {}) {
      const { privateKey } = await generateKeyPair('RS256');
      return new SignJWT({ ...claims, ...more })
        .setProtectedHeader({ alg: 'RS256', kid: 'local-channel' })
        .setIssuer(local.issuer.url)
        .setAudience(appId)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey);
    },
    unsignedToken: () => new UnsecuredJWT(claims).setIssuer(local.issuer.url).setAudience(appId).setExpirationTime('1h').encode(),
    /** Rightly signed, for another audience than the bot. */
    misdirectedToken: () => local.signForConnector(),
  };
}
