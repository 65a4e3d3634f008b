import { isIP } from 'node:net';
import * as z from 'zod';

/** Where the app listens, what it keeps and whom it trusts: read once, from one argument. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** A file of rules the operator changes (docs/settings.md). */
  readonly settingsFile: string | undefined;
  /** Whether people and addresses may ask so much in a minute and no more. */
  readonly limits: boolean;
  /** Proxies in front of the desk whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
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
  readonly appPassword: string;
  readonly tenantId: string;
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
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    cure: 'fatal, error, warn, info, debug or silent',
  },
  LIMITS: { schema: z.enum(['on', 'off']).optional(), cure: 'on or off; without it, off for the local desk and on otherwise' },
  TRUST_PROXY: {
    schema: z.coerce.number().int().min(0).max(9).default(0),
    cure: 'the number of proxies in front of the desk, from 0 to 9',
  },
  PLAYGROUND: { schema: z.enum(['true', 'false']).default('false'), cure: 'true or false' },
  MICROSOFT_APP_ID: { schema: uuid.optional(), cure: 'the application id of the bot’s registration; without it, the local desk runs' },
  MICROSOFT_APP_PASSWORD: { schema: z.string().min(8).optional(), cure: 'a client secret of that registration' },
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
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return Object.freeze({
    port: values.PORT,
    host: values.HOST ?? (identity.kind === 'local' ? '127.0.0.1' : '0.0.0.0'),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    settingsFile: values.SETTINGS_FILE,
    limits: values.LIMITS ? values.LIMITS === 'on' : identity.kind !== 'local',
    trustedProxies: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    identity,
  });
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
    appPassword: needed('MICROSOFT_APP_PASSWORD'),
    tenantId: needed('MICROSOFT_APP_TENANT_ID'),
    publicUrl: needed('PUBLIC_URL'),
    operatorTenantId: needed('OPERATOR_TENANT_ID'),
    graph: values.GRAPH === 'true',
  };
}

/** The one place that reads the environment. */
export const configFromEnvironment = (): Config => readConfig(process.env);
