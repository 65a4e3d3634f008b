import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type INetworkModule, ManagedIdentityApplication, type NodeAuthOptions } from '@azure/msal-node';
import type { AppCredential } from '../config.ts';

/** How the app proves to Entra that it is itself, as msal takes it. */
export type Proof = Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** What the configuration names as the app's proof can't be used; the message says what to do. */
export class CredentialUnusable extends Error {
  override readonly name = 'CredentialUnusable';
}

/**
 * The one place where a secret, a certificate or a federated credential becomes something that Entra takes. A certificate is read once; what a
 * platform writes into a token file, or its managed identity gives, is fetched at each use, for it lives about an hour.
 *
 * @param tokenExchange what a federated credential's own token is made out for, in this cloud
 * @throws CredentialUnusable
 */
export function proofOf(credential: AppCredential, tokenExchange: string, networkClient: INetworkModule): Proof {
  switch (credential.is) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate':
      return { clientCertificate: certificateIn(credential.file) };
    case 'tokenFile':
      return { clientAssertion: () => tokenIn(credential.file) };
    case 'managedIdentity': {
      const identity = new ManagedIdentityApplication({
        managedIdentityIdParams: { userAssignedClientId: credential.clientId },
        system: { networkClient, disableInternalRetries: true },
      });
      return { clientAssertion: async () => (await identity.acquireToken({ resource: tokenExchange })).accessToken };
    }
    default:
      return credential satisfies never;
  }
}

/** A PEM file with the private key and the certificate, as `az ad sp create-for-rbac --create-cert` and Key Vault give it. */
function certificateIn(file: string): NonNullable<Proof['clientCertificate']> {
  const cure = 'MICROSOFT_APP_CERTIFICATE must be the path of a PEM file with an unencrypted private key and its certificate';
  try {
    const pem = readFileSync(file, 'utf8');
    const certificate = new X509Certificate(pem);
    const key = createPrivateKey(pem);
    if (!certificate.checkPrivateKey(key)) throw new CredentialUnusable(`${cure}; the key in this one belongs to another certificate.`);
    return {
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
      x5c: certificate.toString(),
    };
  } catch (fault) {
    if (fault instanceof CredentialUnusable) throw fault;
    throw new CredentialUnusable(`${cure}; this one can’t be read.`);
  }
}

/** The library takes what it is given, so what is plainly no token must not reach it. */
async function tokenIn(file: string): Promise<string> {
  const text = (await readFile(file, 'utf8')).trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) throw new CredentialUnusable('FEDERATED_TOKEN_FILE holds no token.');
  return text;
}
