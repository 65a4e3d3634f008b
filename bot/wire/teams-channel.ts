import type { EntraTokens } from '../../src/app/ports.ts';
import type { Cloud } from '../../src/domain/clouds.ts';
import type { Channel } from './channel.ts';

export interface TeamsRegistration {
  readonly appId: string;
  /** Where the app is registered. */
  readonly tenantId: string;
  readonly cloud: Cloud;
  readonly tokens: Pick<EntraTokens, 'forApp'>;
}

/** A cloud's channel: Bot Framework's issuer inbound, a token from Entra outbound. */
export const teamsChannel = ({ appId, tenantId, cloud, tokens }: TeamsRegistration): Channel => ({
  appId,
  ...cloud.channel,
  async outboundToken(audience) {
    const token = await tokens.forApp(tenantId, audience);
    if (!token.ok) throw new NoToken(token.error.is);
    return token.value;
  },
});

class NoToken extends Error {
  override readonly name = 'NoToken';
}
