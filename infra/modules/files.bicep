// The share that holds what people attached: DATA_DIR of every process.
param name string
param location string
param subnetId string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}files'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    // Container Apps mount a share with the account's key.
    allowSharedKeyAccess: true
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', virtualNetworkRules: [{ id: subnetId, action: 'Allow' }] }
  }

  resource service 'fileServices' = {
    name: 'default'
    properties: { shareDeleteRetentionPolicy: { enabled: true, days: 14 } }

    resource share 'shares' = {
      name: 'desk'
      properties: { shareQuota: 256, enabledProtocols: 'SMB' }
    }
  }
}

output accountName string = account.name
output shareName string = account::service::share.name
