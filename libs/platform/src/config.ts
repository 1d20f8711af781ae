import { existsSync } from 'node:fs';

/** The installation's settings, parsed once at boot (decisions: Configuration). */
export interface Config {
  port: number;
  host: string;
  /** Origin that people's browsers use, without a trailing slash. */
  publicUrl: string;
  /** Connection string of the app role. */
  databaseUrl: string;
  /** Connection string of the owner role: migrations only. */
  databaseOwnerUrl: string | null;
  redisUrl: string | null;
  smtpUrl: string | null;
  /** Sender of every mail, `Name <address>`. */
  mailFrom: string;
  /** A mail that is being sent belongs to one worker for this long. */
  mailLeaseSeconds: number;
  /** How often a worker looks for rows whose wake-up was lost. */
  sweepSeconds: number;
  secret: string;
  dataDir: string;
  checkpointDir: string;
  /** The embedded default: built-in database, demo region allowed, mailbox page, no mail leaves the machine. */
  embedded: boolean;
  demo: boolean;
  /** Built web client served by the api. */
  webDir: string;
  logLevel: string;
}

/** A setting is missing or wrong: one sentence that names it and what it should be. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

type Environment = Record<string, string | undefined>;

function url(env: Environment, name: string, protocols: string[]): string | null {
  const value = env[name]?.trim();
  if (!value) return null;
  let parsed: URL;
  try {
    parsed = new URL(value);
  } catch {
    throw new ConfigError(`${name} is not a URL: it should look like ${protocols[0]}//host.`);
  }
  if (!protocols.includes(parsed.protocol)) {
    throw new ConfigError(
      `${name} starts with ${parsed.protocol}// but should start with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    );
  }
  return value;
}

function port(env: Environment, name: string): number | null {
  const value = env[name]?.trim();
  if (!value) return null;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new ConfigError(`${name} is "${value}" but should be a port number from 1 to 65535.`);
  }
  return number;
}

function seconds(env: Environment, name: string, least: number, usual: number): number {
  const value = env[name]?.trim();
  if (!value) return usual;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > 3600) {
    throw new ConfigError(
      `${name} is "${value}" but should be a whole number of seconds from ${least} to 3600.`,
    );
  }
  return number;
}

/**
 * Reads the environment. `embedded` holds what the standalone launcher made itself (database, secret); without it the
 * installation is a real one and must name its database, its public address, its mail server and its secret.
 * @throws ConfigError with one sentence naming the setting.
 */
export function readConfig(
  env: Environment,
  embedded?: {
    databaseUrl: string;
    databaseOwnerUrl: string;
    secret: string;
    dataDir: string;
    demo: boolean;
  },
): Config {
  const listen = port(env, 'PORT') ?? 3000;
  const host = env.HOST?.trim() || '127.0.0.1';
  const publicUrl = url(env, 'PUBLIC_URL', ['https:', 'http:'])?.replace(/\/+$/, '') ?? null;
  if (embedded && !['127.0.0.1', 'localhost', '::1'].includes(host)) {
    throw new ConfigError(
      'HOST must stay 127.0.0.1 with the built-in database, because its mailbox and demo sign-ins are open to whoever reaches it; set DATABASE_URL, SMTP_URL and PUBLIC_URL to serve others.',
    );
  }
  const databaseUrl = url(env, 'DATABASE_URL', ['postgresql:', 'postgres:']);
  const smtpUrl = url(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  const dataDir = embedded?.dataDir ?? (env.LEERKRING_DATA?.trim() || './data');
  if (!embedded) {
    if (!databaseUrl)
      throw new ConfigError('DATABASE_URL is missing: set it to the connection string of the app role.');
    if (!publicUrl)
      throw new ConfigError(
        'PUBLIC_URL is missing: set it to the address people type, such as https://leerkring.example.nl.',
      );
    if (!smtpUrl)
      throw new ConfigError(
        'SMTP_URL is missing: set it to your mail server, such as smtp://user:password@mail.example.nl:587.',
      );
    if (publicUrl.startsWith('http:') && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(publicUrl)) {
      throw new ConfigError(
        'PUBLIC_URL must start with https:// because sign-in cookies are only sent over an encrypted connection.',
      );
    }
    const secret = env.LEERKRING_SECRET?.trim() ?? '';
    if (secret.length < 32) {
      throw new ConfigError(
        'LEERKRING_SECRET is missing or shorter than 32 characters: set it to a long random text and keep it.',
      );
    }
  }
  return {
    port: listen,
    host,
    publicUrl: publicUrl ?? `http://localhost:${listen}`,
    databaseUrl: embedded?.databaseUrl ?? (databaseUrl as string),
    databaseOwnerUrl:
      embedded?.databaseOwnerUrl ?? url(env, 'DATABASE_OWNER_URL', ['postgresql:', 'postgres:']),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:']),
    smtpUrl,
    mailFrom: env.MAIL_FROM?.trim() || 'Leerkring <noreply@leerkring.example>',
    mailLeaseSeconds: seconds(env, 'MAIL_LEASE_SECONDS', 2, 120),
    sweepSeconds: seconds(env, 'SWEEP_SECONDS', 1, 60),
    secret: embedded?.secret ?? (env.LEERKRING_SECRET as string).trim(),
    dataDir,
    checkpointDir: env.LEERKRING_CHECKPOINT_DIR?.trim() || `${dataDir}/checkpoints`,
    embedded: embedded !== undefined,
    demo: embedded?.demo ?? false,
    webDir: existsSync('dist/web') ? 'dist/web' : new URL('../../../web', import.meta.url).pathname,
    logLevel: env.LOG_LEVEL?.trim() || 'info',
  };
}
