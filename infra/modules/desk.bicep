param name string
param location string
param environmentId string
param storageName string
param identityId string
param registryServer string
param image string
param databaseUrlSecret string
param smtpUrlSecret string
param customHost string
param certificateId string
param replicas int

@description('Settings that are no secrets, by their names in env/.env.example. Empty ones count as left out.')
param settings object

var port = 3978
var withMail = !empty(smtpUrlSecret)
var mailSecret = withMail ? [{ name: 'smtp-url', keyVaultUrl: smtpUrlSecret, identity: identityId }] : []
var mailSetting = withMail ? [{ name: 'SMTP_URL', secretRef: 'smtp-url' }] : []

resource desk 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
        customDomains: empty(customHost) || empty(certificateId) ? [] : [{ name: customHost, certificateId: certificateId, bindingType: 'SniEnabled' }]
      }
      registries: [{ server: registryServer, identity: identityId }]
      secrets: concat([{ name: 'database-url', keyVaultUrl: databaseUrlSecret, identity: identityId }], mailSecret)
    }
    template: {
      // The desk lets requests under way end before it does.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'desk'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(
            [
              { name: 'PORT', value: string(port) }
              { name: 'DATA_DIR', value: '/data' }
              // The ingress of Container Apps is the one proxy in front.
              { name: 'TRUST_PROXY', value: '1' }
              { name: 'DATABASE_URL', secretRef: 'database-url' }
            ],
            mailSetting,
            map(items(settings), setting => { name: setting.key, value: string(setting.value) })
          )
          volumeMounts: [{ volumeName: 'files', mountPath: '/data' }]
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: port }, periodSeconds: 2, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: port }, periodSeconds: 10, failureThreshold: 3 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: port }, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
      volumes: [
        { name: 'files', storageType: 'AzureFile', storageName: storageName, mountOptions: 'uid=1000,gid=1000,dir_mode=0700,file_mode=0600,nobrl' }
      ]
      scale: { minReplicas: min(replicas, 2), maxReplicas: replicas }
    }
  }
}

output host string = desk.properties.configuration.ingress.fqdn
