/** CS-11: the clouds of Microsoft's in which the desk can run. The operator's profile is one of them. */
export const cloudIds = ['global', 'usGov', 'china'] as const;
export type CloudId = (typeof cloudIds)[number];

/** Where a cloud's services are. Addresses are origins without a slash at the end. */
export interface Cloud {
  /** Entra: signs people and apps in, and its v2 tokens are issued under it. */
  readonly login: string;
  readonly graph: string;
  /** What a workload's or a managed identity's own token is made out for, when Entra is to take it in a secret's place. */
  readonly tokenExchange: string;
  readonly channel: {
    /** Who issues the channel's tokens. */
    readonly issuer: string;
    readonly keysUrl: string;
    readonly metadataUrl: string;
    /** What the bot's own token for the connector is made out for. */
    readonly audience: string;
    /** Where the connector of Teams is, exactly. */
    readonly serviceUrls: readonly string[];
  };
  /** Where Teams' links lead. */
  readonly teams: string;
  /** Hosts of Teams, Outlook and Microsoft 365 that frame a personal tab. */
  readonly frames: readonly string[];
  /** Where files sent in a chat lie. */
  readonly files: readonly string[];
}

const channel = (domain: string, audience: string, ...serviceUrls: readonly string[]): Cloud['channel'] => ({
  issuer: audience,
  keysUrl: `https://login.${domain}/v1/.well-known/keys`,
  metadataUrl: `https://login.${domain}/v1/.well-known/openidconfiguration`,
  audience,
  serviceUrls,
});

/** As Microsoft publishes them. A tenant of the Government Community Cloud that is not GCC High is in the global one. */
export const clouds: Readonly<Record<CloudId, Cloud>> = {
  global: {
    login: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    tokenExchange: 'api://AzureADTokenExchange',
    channel: channel(
      'botframework.com',
      'https://api.botframework.com',
      'https://smba.trafficmanager.net',
      'https://smba.infra.gcc.teams.microsoft.com',
    ),
    teams: 'https://teams.microsoft.com',
    frames: [
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.cloud.microsoft',
      'https://*.microsoft365.com',
      'https://*.office.com',
      'https://outlook.office.com',
      'https://outlook.office365.com',
    ],
    files: ['https://*.sharepoint.com'],
  },
  usGov: {
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    tokenExchange: 'api://AzureADTokenExchangeUSGov',
    channel: channel('botframework.azure.us', 'https://api.botframework.us', 'https://smba.infra.gov.teams.microsoft.us'),
    teams: 'https://gov.teams.microsoft.us',
    frames: ['https://gov.teams.microsoft.us', 'https://*.gov.teams.microsoft.us', 'https://outlook.office365.us'],
    files: ['https://*.sharepoint.us'],
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    tokenExchange: 'api://AzureADTokenExchangeChina',
    channel: channel(
      'botframework.azure.cn',
      'https://api.botframework.azure.cn',
      'https://frontend.botapi.msg.infra.teams.microsoftonline.cn',
      'https://msteams.botframework.azure.cn',
    ),
    teams: 'https://teams.microsoftonline.cn',
    frames: ['https://teams.microsoftonline.cn', 'https://*.teams.microsoftonline.cn', 'https://partner.outlook.cn'],
    files: ['https://*.sharepoint.cn'],
  },
};
