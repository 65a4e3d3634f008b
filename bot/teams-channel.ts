import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Channel } from './channel.ts';

export interface TeamsRegistration {
  readonly appId: string;
  readonly appPassword: string;
  /** Where the app is registered. */
  readonly tenantId: string;
}

/** The public cloud's channel: Bot Framework's issuer inbound, a token from Entra outbound. */
export function teamsChannel({ appId, appPassword, tenantId }: TeamsRegistration): Channel {
  const app = new ConfidentialClientApplication({
    auth: { clientId: appId, clientSecret: appPassword, authority: `https://login.microsoftonline.com/${tenantId}` },
  });
  return {
    appId,
    issuer: 'https://api.botframework.com',
    keysUrl: 'https://login.botframework.com/v1/.well-known/keys',
    metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    serviceUrls: ['https://smba.trafficmanager.net'],
    async outboundToken(audience) {
      // The library keeps the token until shortly before it expires.
      const token = await app.acquireTokenByClientCredential({ scopes: [`${audience}/.default`] });
      if (!token) throw new NoToken();
      return token.accessToken;
    },
  };
}

class NoToken extends Error {
  override readonly name = 'NoToken';
}
