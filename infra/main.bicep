// Case Desk in Azure: Container Apps in a network of their own, PostgreSQL without a public address, secrets in Key Vault, and one managed
// identity by which the desk proves itself to all of them and to Entra. docs/operations.md says how to use this.
targetScope = 'resourceGroup'

@description('Begins the name of every resource. Lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'casedesk'

@description('Where everything is, but for the registration of the bot, which is global.')
param location string = resourceGroup().location

@description('The image to run, such as casedeskabc.azurecr.io/case-desk:1. Empty: everything is made but the desk itself, for the first run.')
param image string = ''

@description('Application (client) id of the registration that the bot and the sign-in share.')
param appId string

@description('Tenant in which that registration is.')
param appTenantId string = tenant().tenantId

@description('Tenant of the organisation that runs the desk. Empty: the one all this is deployed in.')
param operatorTenantId string = ''

@description('Public https address without a path. Empty: the address that Container Apps gives.')
param publicUrl string = ''

@description('Id of the managed certificate for the host of publicUrl, once there is one.')
param certificateId string = ''

@description('Password of the database’s user `desk`. Changing it here changes it everywhere.')
@secure()
@minLength(16)
param databasePassword string

@description('A mail server, with its user and password: smtps://user:password@mail.contoso.com:465. Empty: no mail.')
@secure()
param smtpUrl string = ''

@description('The address that mail comes from. Needed with smtpUrl, and with mailVia.')
param mailFrom string = ''

@description('graph: mail goes from the mailbox mailFrom through Microsoft Graph, without smtpUrl. Empty: by smtpUrl.')
@allowed(['', 'smtp', 'graph'])
param mailVia string = ''

@description('Whether every organisation that installs the app is served, or those alone that the operator has allowed.')
@allowed(['open', 'listed'])
param tenants string = 'open'

@description('Whether Microsoft Graph is asked who people are, in tenants that let it.')
@allowed(['true', 'false'])
param graph string = 'false'

@allowed(['fatal', 'error', 'warn', 'info', 'debug'])
param logLevel string = 'info'

@description('Processes of the desk. Each counts limits for itself.')
@minValue(1)
@maxValue(10)
param replicas int = 2

var unique = take(uniqueString(resourceGroup().id, name), 6)
var full = '${name}${unique}'

module network 'modules/network.bicep' = {
  name: 'network'
  params: { name: name, location: location }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: { name: name, location: location }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: { name: full, location: location, principalId: identity.outputs.principalId }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: full
    location: location
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
    password: databasePassword
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: full
    location: location
    principalId: identity.outputs.principalId
    subnetId: network.outputs.appsSubnetId
    databaseUrl: 'postgres://desk:${uriComponent(databasePassword)}@${database.outputs.host}:5432/${database.outputs.database}?sslmode=verify-full'
    smtpUrl: smtpUrl
  }
}

module files 'modules/files.bicep' = {
  name: 'files'
  params: { name: full, location: location, subnetId: network.outputs.appsSubnetId }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    name: name
    location: location
    subnetId: network.outputs.appsSubnetId
    workspaceName: logs.outputs.workspaceName
    storageAccountName: files.outputs.accountName
    shareName: files.outputs.shareName
  }
}

var ownUrl = 'https://${name}.${environment.outputs.defaultDomain}'
var url = empty(publicUrl) ? ownUrl : publicUrl

module desk 'modules/desk.bicep' = if (!empty(image)) {
  name: 'desk'
  params: {
    name: name
    location: location
    environmentId: environment.outputs.id
    storageName: environment.outputs.storageName
    identityId: identity.outputs.id
    registryServer: registry.outputs.server
    image: image
    databaseUrlSecret: vault.outputs.databaseUrlSecret
    smtpUrlSecret: empty(smtpUrl) ? '' : vault.outputs.smtpUrlSecret
    customHost: empty(publicUrl) ? '' : replace(publicUrl, 'https://', '')
    certificateId: certificateId
    replicas: replicas
    settings: {
      MICROSOFT_APP_ID: appId
      MICROSOFT_APP_TENANT_ID: appTenantId
      MANAGED_IDENTITY_CLIENT_ID: identity.outputs.clientId
      OPERATOR_TENANT_ID: empty(operatorTenantId) ? tenant().tenantId : operatorTenantId
      PUBLIC_URL: url
      MAIL_FROM: mailFrom
      MAIL_VIA: mailVia
      TENANTS: tenants
      GRAPH: graph
      LOG_LEVEL: logLevel
    }
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: { name: full, appId: appId, appTenantId: appTenantId, endpoint: '${url}/api/messages' }
}

// The Agents Toolkit writes what stands here to env/.env.<environment>.
output PUBLIC_URL string = url
output PUBLIC_HOST string = replace(url, 'https://', '')
output REGISTRY_NAME string = registry.outputs.name
output REGISTRY_SERVER string = registry.outputs.server
@description('What the registration has to trust as a federated credential: the issuer, the subject and the audience.')
output FEDERATED_ISSUER string = '${az.environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
output FEDERATED_SUBJECT string = identity.outputs.principalId
