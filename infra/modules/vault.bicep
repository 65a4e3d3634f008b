// Secrets, which nobody but the desk's identity reads, from its subnet.
param name string
param location string
param principalId string
param subnetId string

@secure()
param databaseUrl string

@secure()
param smtpUrl string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-vault'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    // The desk's subnet gets in; Azure Resource Manager, which writes the secrets below, as a trusted service.
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', virtualNetworkRules: [{ id: subnetId }] }
  }

  resource database 'secrets' = {
    name: 'database-url'
    properties: { value: databaseUrl }
  }

  resource smtp 'secrets' = if (!empty(smtpUrl)) {
    name: 'smtp-url'
    properties: { value: smtpUrl }
  }
}

// Key Vault Secrets User
var read = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, read)
  scope: vault
  properties: { roleDefinitionId: read, principalId: principalId, principalType: 'ServicePrincipal' }
}

// Without a version, so that a new one is taken up by itself.
output databaseUrlSecret string = '${vault.properties.vaultUri}secrets/database-url'
output smtpUrlSecret string = '${vault.properties.vaultUri}secrets/smtp-url'
