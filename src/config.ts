import { isIP } from 'node:net';
import * as z from 'zod';
import { type AppCredential, credentialOf } from './config-credential.ts';
import { type CloudId, cloudIds } from './domain/clouds.ts';

export type { AppCredential } from './config-credential.ts';

/** Where the app listens, what it keeps and whom it trusts: read once, from one argument. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** A file of rules the operator changes (docs/settings.md). */
  readonly settingsFile: string | undefined;
  /** CS-11: whose desks and rules these are, unless the settings file says otherwise. */
  readonly cloud: CloudId;
  /** Whether every organisation that installs the app is served, or those alone that the operator has allowed. */
  readonly tenants: 'open' | 'listed';
  /** Whether people and addresses may ask so much in a minute and no more. */
  readonly limits: boolean;
  /** Proxies in front of the desk whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  /** How mail goes out, and the address that it comes from: `desk@contoso.com`, or `Case Desk <desk@contoso.com>`. `null`: no mail. */
  readonly mail:
    | { readonly via: 'smtp'; readonly smtpUrl: string; readonly from: string }
    /** A mailbox of the operator's, through Microsoft Graph. */
    | { readonly via: 'graph'; readonly from: string }
    | null;
  /** G-21: where mail to the desk is taken, to be answered that nobody reads it. `address`: whom it is for; `null`: the sender's own. `null`: none is taken. */
  readonly mailIn: { readonly host: string; readonly port: number; readonly address: string | null } | null;
  /** Whether this process delivers notices; another one does where it doesn't. */
  readonly worker: boolean;
  /** Where a worker by itself says how it is doing; `null`: nowhere. */
  readonly workerWatch: { readonly host: string; readonly port: number } | null;
  /** Whoever asks `/metrics` from another machine has to show it; without one, nobody there is answered. */
  readonly metricsToken: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** The local desk with its own issuer and sample organisations, or a real Microsoft 365 app. */
  readonly identity: LocalIdentity | TeamsIdentity;
}

export interface LocalIdentity {
  readonly kind: 'local';
  /** Port of the stand-in for Teams. */
  readonly standInPort: number;
  /** Whether unsigned activities of the Agents Playground on this machine are taken. */
  readonly playground: boolean;
}

export interface TeamsIdentity {
  readonly kind: 'teams';
  readonly appId: string;
  readonly credential: AppCredential;
  readonly tenantId: string;
  /** CS-11: whose services everything goes to. */
  readonly cloud: CloudId;
  /** Public https address, such as `https://desk.contoso.com`. */
  readonly publicUrl: string;
  readonly operatorTenantId: string;
  /** Whether Microsoft Graph is asked who people are, in tenants that let it. */
  readonly graph: boolean;
}

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const port = z.coerce.number().int().min(1).max(65_535);

const settings = {
  PORT: { schema: port.default(3978), cure: 'a port from 1 to 65535, such as 3978' },
  LOCAL_PORT: { schema: port.optional(), cure: 'a port from 1 to 65535; without it, the one after PORT' },
  HOST: {
    schema: z.string().min(1).optional(),
    cure: 'an address to listen on; without it, 127.0.0.1 for the local desk and every address otherwise',
  },
  DATA_DIR: { schema: z.string().min(1).default('.data'), cure: 'a folder for files and the embedded database' },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .refine((url) => URL.canParse(url))
      .optional(),
    cure: 'an address such as postgres://user:password@host:5432/desk; without it, the embedded database',
  },
  SETTINGS_FILE: { schema: z.string().min(1).optional(), cure: 'the path of a JSON file with rules to change' },
  SMTP_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\/[^/?#]+\/?$/)
      .refine((url) => URL.canParse(url))
      .optional(),
    cure: 'an address such as smtps://user:password@mail.contoso.com:465 (or smtp:// and port 587); without it, no mail is sent',
  },
  MAIL_FROM: {
    schema: z
      .string()
      .max(254)
      .regex(/^(?:[^<>"\p{Cc}]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)
      .optional(),
    cure: 'the address that mail comes from, such as desk@contoso.com or Case Desk <desk@contoso.com>',
  },
  MAIL_VIA: { schema: z.enum(['smtp', 'graph']).optional(), cure: 'smtp or graph' },
  MAIL_IN_PORT: { schema: port.optional(), cure: 'a port from 1 to 65535, such as 2525; without it, no mail is taken' },
  MAIL_IN_HOST: { schema: z.string().min(1).default('127.0.0.1'), cure: 'an address to listen on; without it, 127.0.0.1' },
  MAIL_IN_ADDRESS: {
    schema: z
      .string()
      .max(254)
      .regex(/^[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+$/u)
      .optional(),
    cure: 'the address that mail to the desk has, such as desk@contoso.com; without it, the one of MAIL_FROM',
  },
  WORKER: { schema: z.enum(['on', 'off']).default('on'), cure: 'on or off' },
  WORKER_PORT: {
    schema: z.coerce.number().int().min(0).max(65_535).default(3980),
    cure: 'a port from 1 to 65535, such as 3980, or 0 for none',
  },
  WORKER_HOST: { schema: z.string().min(1).default('127.0.0.1'), cure: 'an address to listen on; without it, 127.0.0.1' },
  METRICS_TOKEN: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/)
      .optional(),
    cure: 'at least 16 characters without spaces; without it, /metrics answers this machine alone',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    cure: 'fatal, error, warn, info, debug or silent',
  },
  TENANTS: { schema: z.enum(['open', 'listed']).default('open'), cure: 'open or listed' },
  LIMITS: { schema: z.enum(['on', 'off']).optional(), cure: 'on or off; without it, off for the local desk and on otherwise' },
  TRUST_PROXY: {
    schema: z.coerce.number().int().min(0).max(9).default(0),
    cure: 'the number of proxies in front of the desk, from 0 to 9',
  },
  PLAYGROUND: { schema: z.enum(['true', 'false']).default('false'), cure: 'true or false' },
  MICROSOFT_APP_ID: { schema: uuid.optional(), cure: 'the application id of the bot’s registration; without it, the local desk runs' },
  MICROSOFT_APP_PASSWORD: { schema: z.string().min(8).optional(), cure: 'a client secret of that registration' },
  MICROSOFT_APP_CERTIFICATE: {
    schema: z.string().min(1).optional(),
    cure: 'the path of a PEM file with a private key and its certificate',
  },
  FEDERATED_TOKEN_FILE: { schema: z.string().min(1).optional(), cure: 'the path of a file in which the platform keeps a token' },
  MANAGED_IDENTITY_CLIENT_ID: { schema: uuid.optional(), cure: 'the client id of a user-assigned managed identity' },
  CLOUD: { schema: z.enum(cloudIds).default('global'), cure: 'global, usGov or china' },
  MICROSOFT_APP_TENANT_ID: { schema: uuid.optional(), cure: 'the tenant id in which the app is registered' },
  PUBLIC_URL: {
    schema: z
      .string()
      .regex(/^https:\/\/[^/]+$/)
      .optional(),
    cure: 'the public https address without a path, such as https://desk.contoso.com',
  },
  OPERATOR_TENANT_ID: { schema: uuid.optional(), cure: 'the tenant id of the organisation that runs the desk' },
  GRAPH: { schema: z.enum(['true', 'false']).default('false'), cure: 'true or false' },
} as const;
type Name = keyof typeof settings;
type Values = { [N in Name]: z.output<(typeof settings)[N]['schema']> };

/** Every mistake at once, each with its cure. The message never repeats a value: it may be a secret. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(`The configuration can't be used:\n${mistakes.map((m) => `  - ${m}`).join('\n')}`);
    this.mistakes = mistakes;
  }
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * Reads the environment. An empty variable counts as absent.
 * @throws ConfigError with every mistake
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const mistakes: string[] = [];
  const values = Object.fromEntries(
    Object.entries(settings).map(([name, { schema, cure }]) => {
      const parsed = schema.safeParse(env[name] || undefined);
      if (!parsed.success) mistakes.push(`${name} must be ${cure}.`);
      return [name, parsed.data];
    }),
  ) as Values;
  const identity = values.MICROSOFT_APP_ID ? teams(values, mistakes) : local(values, mistakes);
  const mail = mailOf(values, identity, mistakes);
  const mailIn = mailInOf(values, mail, identity.kind, mistakes);
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return Object.freeze({
    port: values.PORT,
    host: values.HOST ?? (identity.kind === 'local' ? '127.0.0.1' : '0.0.0.0'),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    settingsFile: values.SETTINGS_FILE,
    cloud: values.CLOUD,
    tenants: values.TENANTS,
    limits: values.LIMITS ? values.LIMITS === 'on' : identity.kind !== 'local',
    trustedProxies: values.TRUST_PROXY,
    mail,
    mailIn,
    worker: values.WORKER === 'on',
    workerWatch: values.WORKER_PORT === 0 ? null : { host: values.WORKER_HOST, port: values.WORKER_PORT },
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    identity,
  });
}

function mailOf(values: Values, identity: Config['identity'], mistakes: string[]): Config['mail'] {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_VIA: via = 'smtp' } = values;
  if (via === 'graph') {
    if (smtpUrl) mistakes.push('SMTP_URL must be left out with MAIL_VIA=graph; with MAIL_VIA=smtp mail goes to that server.');
    if (!from) mistakes.push(`MAIL_FROM is needed with MAIL_VIA=graph: ${settings.MAIL_FROM.cure}, a mailbox of the operator’s.`);
    if (identity.kind === 'local') mistakes.push('MAIL_VIA=graph needs MICROSOFT_APP_ID: mail goes out as that app.');
    return from ? { via, from } : null;
  }
  if (smtpUrl && !from) mistakes.push(`MAIL_FROM is needed with SMTP_URL: ${settings.MAIL_FROM.cure}.`);
  if (!smtpUrl && values.MAIL_VIA) mistakes.push(`SMTP_URL is needed with MAIL_VIA=smtp: ${settings.SMTP_URL.cure}.`);
  return smtpUrl && from ? { via, smtpUrl, from } : null;
}

function mailInOf(
  { MAIL_IN_PORT: port, MAIL_IN_HOST: host, MAIL_IN_ADDRESS: address, ...values }: Values,
  mail: Config['mail'],
  kind: Config['identity']['kind'],
  mistakes: string[],
): Config['mailIn'] {
  if (port === undefined) return null;
  if (kind === 'teams' && !mail)
    mistakes.push('SMTP_URL, or MAIL_VIA=graph, and MAIL_FROM are needed with MAIL_IN_PORT: what comes in is answered.');
  if (kind === 'local' && !isLoopback(host)) mistakes.push('MAIL_IN_HOST must be a loopback address while no MICROSOFT_APP_ID is set.');
  if (port === values.PORT) mistakes.push('MAIL_IN_PORT must differ from PORT.');
  return { host, port, address: address ?? null };
}

/** ID-2: without credentials the desk stays on the loopback address. */
function local(values: Values, mistakes: string[]): LocalIdentity {
  if (values.HOST && !isLoopback(values.HOST)) {
    mistakes.push(
      'HOST must be a loopback address such as 127.0.0.1 while no MICROSOFT_APP_ID is set: the local desk is for this machine only.',
    );
  }
  const standInPort = values.LOCAL_PORT ?? values.PORT + 1;
  if (standInPort > 65_535) mistakes.push(`LOCAL_PORT must be ${settings.LOCAL_PORT.cure}, and PORT is the last one there is.`);
  if (standInPort === values.PORT) mistakes.push('LOCAL_PORT must differ from PORT.');
  return { kind: 'local', standInPort, playground: values.PLAYGROUND === 'true' };
}

function teams(values: Values, mistakes: string[]): TeamsIdentity {
  const needed = (name: Name): string => {
    const value = values[name];
    if (value === undefined) mistakes.push(`${name} is needed with MICROSOFT_APP_ID: ${settings[name].cure}.`);
    return String(value ?? '');
  };
  if (values.PLAYGROUND === 'true')
    mistakes.push('PLAYGROUND must be left out with MICROSOFT_APP_ID: unsigned activities are for the local desk only.');
  if (values.LIMITS === 'off') mistakes.push('LIMITS must be left out with MICROSOFT_APP_ID: only the local desk can do without limits.');
  return {
    kind: 'teams',
    appId: needed('MICROSOFT_APP_ID'),
    credential: credentialOf(values, mistakes),
    tenantId: needed('MICROSOFT_APP_TENANT_ID'),
    cloud: values.CLOUD,
    publicUrl: needed('PUBLIC_URL'),
    operatorTenantId: needed('OPERATOR_TENANT_ID'),
    graph: values.GRAPH === 'true',
  };
}

/** The one place that reads the environment. */
export const configFromEnvironment = (): Config => readConfig(process.env);
