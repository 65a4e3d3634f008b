// PostgreSQL that is reached from the network alone, by TLS alone.
param name string
param location string
param subnetId string
param dnsZoneId string

@secure()
param password string

@description('Standard_B2s is enough to begin with; a tier that is not Burstable for a desk that is busy all day.')
param sku object = { name: 'Standard_B2s', tier: 'Burstable' }

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-database'
  location: location
  sku: sku
  properties: {
    version: '17'
    administratorLogin: 'desk'
    administratorLoginPassword: password
    authConfig: { passwordAuth: 'Enabled', activeDirectoryAuth: 'Disabled' }
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: { delegatedSubnetResourceId: subnetId, privateDnsZoneArmResourceId: dnsZoneId, publicNetworkAccess: 'Disabled' }
  }

  resource database 'databases' = {
    name: 'desk'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }
}

// One after the other: the server takes one change of its settings at a time.
resource tlsAlone 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: server
  name: 'require_secure_transport'
  properties: { value: 'ON', source: 'user-override' }
  dependsOn: [server::database]
}

resource newTlsAlone 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: server
  name: 'ssl_min_protocol_version'
  properties: { value: 'TLSv1.2', source: 'user-override' }
  dependsOn: [tlsAlone]
}

output host string = server.properties.fullyQualifiedDomainName
output database string = server::database.name
