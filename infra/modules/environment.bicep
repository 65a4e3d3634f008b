param name string
param location string
param subnetId string
param workspaceName string
param storageAccountName string
param shareName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageAccountName
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: workspace.properties.customerId, sharedKey: workspace.listKeys().primarySharedKey }
    }
  }

  resource files 'storages' = {
    name: 'files'
    properties: {
      azureFile: { accountName: account.name, accountKey: account.listKeys().keys[0].value, shareName: shareName, accessMode: 'ReadWrite' }
    }
  }
}

output id string = environment.id
output defaultDomain string = environment.properties.defaultDomain
output storageName string = environment::files.name
