/** Where a cloud of Microsoft's signs apps in, and where its Graph is. */
export interface Cloud {
  /** Origin of Entra. */
  readonly login: string;
  /** Origin of Microsoft Graph. */
  readonly graph: string;
}

/** CS-11: as Microsoft publishes them for its national clouds. */
export const clouds = {
  global: { login: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' },
  usGovernment: { login: 'https://login.microsoftonline.us', graph: 'https://graph.microsoft.us' },
  usGovernmentDod: { login: 'https://login.microsoftonline.us', graph: 'https://dod-graph.microsoft.us' },
  china: { login: 'https://login.partner.microsoftonline.cn', graph: 'https://microsoftgraph.chinacloudapi.cn' },
} as const satisfies Readonly<Record<string, Cloud>>;
