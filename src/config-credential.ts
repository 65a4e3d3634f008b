/** How the app proves to Entra that it is itself. */
export type AppCredential =
  | { readonly is: 'secret'; readonly secret: string }
  /** A PEM file with the private key and its certificate. */
  | { readonly is: 'certificate'; readonly file: string }
  /** A file in which the platform keeps a fresh token of the workload's own. */
  | { readonly is: 'tokenFile'; readonly file: string }
  /** A user-assigned managed identity of Azure's. */
  | { readonly is: 'managedIdentity'; readonly clientId: string };

/** The settings of which exactly one is given. */
export const credentialNames = [
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_CERTIFICATE',
  'FEDERATED_TOKEN_FILE',
  'MANAGED_IDENTITY_CLIENT_ID',
] as const;
type Name = (typeof credentialNames)[number];

const credentials: { readonly [N in Name]: (value: string) => AppCredential } = {
  MICROSOFT_APP_PASSWORD: (secret) => ({ is: 'secret', secret }),
  MICROSOFT_APP_CERTIFICATE: (file) => ({ is: 'certificate', file }),
  FEDERATED_TOKEN_FILE: (file) => ({ is: 'tokenFile', file }),
  MANAGED_IDENTITY_CLIENT_ID: (clientId) => ({ is: 'managedIdentity', clientId }),
};

/** @param mistakes gets one where it is none of them, or several */
export function credentialOf(values: { readonly [N in Name]?: string | undefined }, mistakes: string[]): AppCredential {
  const given = credentialNames.filter((name) => values[name] !== undefined);
  const [name, second] = given;
  if (name === undefined) mistakes.push(`MICROSOFT_APP_ID needs exactly one of ${credentialNames.join(', ')}.`);
  if (second !== undefined) mistakes.push(`${given.join(' and ')} are given: leave all but one of them out.`);
  return name === undefined ? { is: 'secret', secret: '' } : credentials[name](values[name] ?? '');
}
