// The registration of the bot, and Teams as the one channel it speaks on.
param name string
param appId string
param appTenantId string
param endpoint string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Case Desk'
    description: 'Support cases, asked and answered'
    endpoint: endpoint
    msaAppId: appId
    msaAppType: 'SingleTenant'
    msaAppTenantId: appTenantId
    // Nothing but the app's own tokens: no secrets of channels.
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true, acceptedTerms: true } }
  }
}
