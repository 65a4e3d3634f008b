import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { mayFetch } from '../../bot/download.ts';
import { teamsLinks } from '../../bot/links.ts';
import { type Caller, checkOrigin, NotTheChannel, verifier } from '../../bot/wire/authentication.ts';
import { teamsChannel } from '../../bot/wire/teams-channel.ts';
import { type CloudId, cloudIds, clouds } from '../../src/domain/clouds.ts';
import { ok } from '../../src/domain/result.ts';
import { entraTrust, teamsClients, tokenVerifier } from '../../src/identity/tokens.ts';
import { startIssuer } from './issuer.ts';

const appId = '5d2f7c1e-94b8-4a63-8f0d-c7e3b1a60d42';
const tid = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01';
const oid = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c103';
const others = cloudIds.flatMap((own) => cloudIds.filter((other) => other !== own).map((other) => [own, other] as const));
const channelOf = (id: CloudId, keysUrl?: string) => {
  const made = teamsChannel({ appId, tenantId: tid, cloud: clouds[id], tokens: { forApp: async (_, resource) => ok(resource) } });
  return keysUrl === undefined ? made : { ...made, keysUrl };
};

describe('CS-11 as Microsoft publishes its clouds', () => {
  test.each([
    [
      'global',
      'https://login.microsoftonline.com',
      'https://graph.microsoft.com',
      'https://api.botframework.com',
      'login.botframework.com',
    ],
    [
      'usGov',
      'https://login.microsoftonline.us',
      'https://graph.microsoft.us',
      'https://api.botframework.us',
      'login.botframework.azure.us',
    ],
    [
      'china',
      'https://login.partner.microsoftonline.cn',
      'https://microsoftgraph.chinacloudapi.cn',
      'https://api.botframework.azure.cn',
      'login.botframework.azure.cn',
    ],
  ] as const)('CS-11 %s has its own Entra, Graph and channel', (id, login, graph, issuer, keys) => {
    expect(clouds[id]).toMatchObject({ login, graph, channel: { issuer, audience: issuer } });
    expect(new URL(clouds[id].channel.keysUrl).host).toBe(keys);
    expect(new URL(clouds[id].channel.metadataUrl).host).toBe(keys);
    expect(teamsLinks(appId, clouds[id].teams, () => '').tab('case/1')).toMatch(new RegExp(`^${clouds[id].teams}/l/entity/${appId}/desk`));
  });

  test('CS-11 every address is an https origin, and no cloud shares one with another', () => {
    const all = cloudIds.map((id) => {
      const { login, graph, teams, channel, frames, files, tokenExchange } = clouds[id];
      const origins = [login, graph, teams, channel.issuer, ...channel.serviceUrls];
      for (const origin of origins) expect([origin, new URL(origin).origin]).toEqual([origin, origin]);
      for (const host of [...frames, ...files]) expect(host).toMatch(/^https:\/\/(?:\*\.)?[a-z0-9.]+$/);
      expect(frames).toContain(teams);
      return [...new Set([...origins, ...frames, ...files, tokenExchange, channel.keysUrl, channel.metadataUrl])];
    });
    expect(new Set(all.flat()).size).toBe(all.flat().length);
  });
});

describe('F-26, F-27 each cloud believes its own', () => {
  test.each(cloudIds)('F-27 activities of %s come from its own connector', async (id) => {
    const channel = channelOf(id);
    for (const origin of channel.serviceUrls) {
      const caller: Caller = { kind: 'channel', claims: { serviceurl: `${origin}/emea/` } };
      checkOrigin(channel, caller, { channelId: 'msteams', serviceUrl: `${origin}/emea/` });
    }
    expect(await channel.outboundToken(channel.audience)).toBe(clouds[id].channel.issuer);
  });

  test.each(others)('F-27 %s refuses the connector of %s', (own, other) => {
    for (const origin of clouds[other].channel.serviceUrls) {
      const caller: Caller = { kind: 'channel', claims: { serviceurl: `${origin}/` } };
      expect(() => checkOrigin(channelOf(own), caller, { channelId: 'msteams', serviceUrl: `${origin}/` })).toThrow(NotTheChannel);
    }
    for (const host of clouds[other].files) expect(mayFetch(`${host.replace('*', 'contoso')}/x`, clouds[own].files)).toBe(false);
    for (const host of clouds[own].files) expect(mayFetch(`${host.replace('*', 'contoso')}/x`, clouds[own].files)).toBe(true);
  });

  test('F-26 the channel’s tokens of one cloud are refused in the others, and no key is asked for', async () => {
    const issuer = await startIssuer();
    const sign = (iss: string) =>
      new SignJWT({ serviceurl: 'https://x.example/' })
        .setProtectedHeader({ alg: 'RS256', kid: issuer.kid })
        .setIssuer(iss)
        .setAudience(appId)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(issuer.privateKey);
    for (const own of cloudIds) {
      for (const other of cloudIds) {
        const asked = issuer.asked();
        const authorization = `Bearer ${await sign(clouds[other].channel.issuer)}`;
        const verified = verifier(channelOf(own, issuer.keysUrl))({ headers: { authorization } } as IncomingMessage);
        if (own === other) expect(await verified).toMatchObject({ kind: 'channel' });
        else await expect(verified).rejects.toThrow(NotTheChannel);
        expect(issuer.asked()).toBe(asked + (own === other ? 1 : 0));
      }
    }
    await issuer.close();
  });

  test('F-26 people’s tokens of one cloud are refused in the others, and no key is asked for', async () => {
    const issuer = await startIssuer();
    for (const own of cloudIds) {
      for (const other of cloudIds) {
        const asked = issuer.asked();
        const token = await new SignJWT({ tid, oid, ver: '2.0', azp: teamsClients[0], scp: 'access_as_user' })
          .setProtectedHeader({ alg: 'RS256', kid: issuer.kid })
          .setIssuer(entraTrust(clouds[other].login).issuer(tid))
          .setAudience(appId)
          .setIssuedAt()
          .setExpirationTime('1h')
          .sign(issuer.privateKey);
        const { issuer: exact } = entraTrust(clouds[own].login);
        const verify = tokenVerifier({ issuer: exact, keysUrl: issuer.keysUrl, audiences: [appId], clients: teamsClients });
        expect((await verify.verify(token))?.personId).toBe(own === other ? oid : undefined);
        expect(issuer.asked()).toBe(asked + (own === other ? 1 : 0));
      }
    }
    await issuer.close();
  });
});
