import { parseArgs } from 'node:util';
import { z } from 'zod';
import { tenantIdSchema } from '#shared/schemas/common.schema.ts';
import { issueWords } from './platform/issue-words.ts';
import { findMeant } from './platform/near-names.ts';

const roles = ['all', 'web', 'worker'] as const;

const seconds = (standard: number, min = 1) => z.coerce.number().min(min).max(86_400).default(standard);
const optionalText = z.string().min(1).optional();

/** What a browser takes as the origin of a frame around the pane: a word in quotes, a scheme, or a host. */
const FRAME_SOURCE =
  /^(?:'self'|'none'|https?:|(?!(?:self|none)$)(?:https?:\/\/)?(?:\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(?:\d+|\*))?\/?)$/i;

/** Every setting, with its unit and default. The only place that reads `process.env`; .env.example lists the same. */
const configSchema = z.object({
  /** What this process does: `web` runs no agents, `worker` and `all` do; each answers on its port. Also `--role`. */
  ROLE: z.enum(roles).default('all'),
  /** Port of the service; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on. Nothing is open beyond loopback unless this says so. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the embedded database. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** A replica set to use instead of the embedded one. */
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'Give a connection string: mongodb://host:port/database?replicaSet=name.')
    .optional(),
  /** Database name; default: the one in MONGODB_URI, else cmdb_import. */
  MONGODB_DATABASE: z
    .string()
    .regex(/^[^/\\. "$*<>:|?]{1,63}$/, 'Use up to 63 characters, none of / \\ . " $ * < > : | ? and no space.')
    .optional(),
  /** A mongod to use for the embedded database. */
  MONGOD_BINARY: optionalText,
  /** Where a fetched mongod is kept; default: the user's cache folder. */
  MONGOD_CACHE_DIR: optionalText,
  /** WiredTiger cache of the embedded database, GB. */
  MONGOD_CACHE_GB: z.coerce.number().min(0.25).max(1024).default(1),
  /** The first admin key, instead of a random one that is printed. */
  BOOTSTRAP_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'Use ASCII letters, digits and signs without spaces; the key stands in a header.')
    .min(
      24,
      'Use at least 24 characters, for example what `openssl rand -base64 24` prints: whoever has it may do all.',
    )
    .optional(),
  /** Binds the first key to a client account … */
  BOOTSTRAP_CLIENT_ACCOUNT_ID: tenantIdSchema.optional(),
  /** … and engagement; without both it may see and create all. */
  BOOTSTRAP_ENGAGEMENT_ID: tenantIdSchema.optional(),
  /** pino level: trace, debug, info, warn, error, fatal, silent. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Where the pane loads office.js from: own copy (default) or https://appsforoffice.microsoft.com/lib/1/hosted/office.js */
  OFFICE_JS_URL: z
    .string()
    .regex(/^(\/|https:\/\/)/, 'Give a path or an https URL.')
    .default('/officejs/office.js'),
  /** Origins that may frame the pane, separated by spaces. */
  FRAME_ANCESTORS: z
    .string()
    .regex(/^[^;,]+$/, 'Separate origins by spaces.')
    .refine((given) => given.split(' ').every((one) => one === '' || FRAME_SOURCE.test(one)), {
      error: "Give origins such as https://*.example.com, separated by spaces, 'self' or 'none' with their quotes.",
    })
    .default(
      "'self' https://*.officeapps.live.com https://*.office.com https://*.sharepoint.com https://onedrive.live.com https://*.cloud.microsoft https://teams.microsoft.com",
    ),
  /** Certificate and key for https (PEM files); Excel loads panes over https only. */
  TLS_CERT_FILE: optionalText,
  TLS_KEY_FILE: optionalText,
  /** Reverse proxies in front, counted from the service, for client addresses in logs and limits. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Agent phases one worker runs at once. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
  /** How long a silent worker keeps its phase, seconds; its heartbeat comes three times as often. */
  LEASE_SECONDS: seconds(60),
  /** How often a worker looks for phases that a crash left, seconds. */
  SWEEP_SECONDS: seconds(5),
  /** Tries of a phase before its flow fails. */
  MAX_ATTEMPTS: z.coerce.number().int().min(1).max(100).default(5),
  /** Workers that may be lost, or cut off by a lost database, over one phase or one part of its rows before its flow fails. */
  MAX_LOST_WORKERS: z.coerce.number().int().min(1).max(100).default(10),
  /**
   * Rows of one partition, the part of an import that a worker reads at once and that is kept when it is lost: small enough
   * that what is measured of it stays a few megabytes, large enough that handing it out costs nothing beside reading it.
   */
  PARTITION_ROWS: z.coerce.number().int().min(10).max(1_000_000).default(25_000),
  /** Uploads of large sheets this process takes at once; a further one is told to come again (429). */
  UPLOADS_AT_ONCE: z.coerce.number().int().min(1).max(1_000).default(4),
  /** An upload that sends nothing for this long gives its place away and keeps its rows, seconds. */
  UPLOAD_IDLE_SECONDS: seconds(60),
  /** How long after its last chunk an upload that is not published is kept, seconds. */
  UPLOAD_EXPIRY_SECONDS: seconds(86_400),
  /** Chunks of all uploads this process receives at once; each holds up to 1 MB. */
  UPLOAD_CHUNKS_IN_FLIGHT: z.coerce.number().int().min(1).max(64).default(8),
  /** Files (xlsx, csv, GraphML) this process makes at once, half of them for one key; a further one is told to come again (429). */
  EXPORTS_AT_ONCE: z.coerce.number().int().min(1).max(1_000).default(8),
  /** How long raw records of a withdrawn import are kept, days; 0 keeps them for ever. The same for all processes. */
  WITHDRAWN_RETENTION_DAYS: z.coerce.number().int().min(0).max(36_500).default(90),
  /** How long requests that have begun, then running agents, and then the embedded database may take to end after SIGTERM, seconds. */
  SHUTDOWN_SECONDS: seconds(10),
  /**
   * An endpoint that speaks OpenAI's chat completions, to be asked about columns the engine is unsure of. Their headers
   * and a few values go there; nothing does while this is not set.
   */
  ADVISER_BASE_URL: z.url({ protocol: /^https?$/, error: 'Give an http or https URL.' }).optional(),
  /** The model to ask there. */
  ADVISER_MODEL: optionalText,
  /** Its key, if it wants one. */
  ADVISER_API_KEY: optionalText,
  /** How long to wait for an answer, seconds; without one the import goes on as without an adviser. */
  ADVISER_TIMEOUT_SECONDS: seconds(20),
  /** Calls with a wrong key that one address (of IPv6 its /56) may make in a minute before all its calls have to wait. */
  FAILED_LOGINS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(60),
});

export const settingNames: readonly string[] = Object.keys(configSchema.shape);

export type Config = z.infer<typeof configSchema>;

/** Settings that are given without another they need, or none of which may be missing. */
function listMissing(given: Partial<Record<string, string>>): string[] {
  const has = (name: string): boolean => given[name] !== undefined;
  const missing: string[] = [];
  const adviser = ['ADVISER_BASE_URL', 'ADVISER_MODEL'];
  if ([...adviser, 'ADVISER_API_KEY'].some(has))
    for (const name of adviser.filter((one) => !has(one)))
      missing.push(`${name}: Give ADVISER_BASE_URL and ADVISER_MODEL together.`);
  const tls = ['TLS_CERT_FILE', 'TLS_KEY_FILE'];
  if (tls.some(has))
    for (const name of tls.filter((one) => !has(one)))
      missing.push(`${name}: Give TLS_CERT_FILE and TLS_KEY_FILE together.`);
  if (has('BOOTSTRAP_ENGAGEMENT_ID') && !has('BOOTSTRAP_CLIENT_ACCOUNT_ID'))
    missing.push('BOOTSTRAP_CLIENT_ACCOUNT_ID: Give the client account that BOOTSTRAP_ENGAGEMENT_ID is of.');
  if (['web', 'worker'].includes(given['ROLE'] ?? 'all') && !has('MONGODB_URI'))
    missing.push('MONGODB_URI: Separate web and worker processes need a common database: give MONGODB_URI.');
  return missing;
}

/**
 * Reads the settings from the environment and `--role`.
 *
 * @throws Error that lists every bad value
 */
export function readConfig(environment: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const role = roleArgument(args);
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  if (role !== undefined) given['ROLE'] = role;
  const parsed = configSchema.safeParse(given, { error: issueWords });
  const bad = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const misspelt = findMisspelt(environment).map(
    ({ name, meant }) => `${name}: There is no such setting; probably ${meant} was meant.`,
  );
  const list = [...bad, ...listMissing(given)];
  if (parsed.success && list.length === 0) return parsed.data;
  throw new Error(
    `The service cannot start with these settings:\n${[...list, ...misspelt].map((line) => `  ${line}`).join('\n')}`,
  );
}

/** Variables that nothing reads, with the setting each was probably meant to be. */
export function findMisspelt(environment: NodeJS.ProcessEnv): { name: string; meant: string }[] {
  return Object.keys(environment).flatMap((name) => {
    const meant = findMeant(name, settingNames);
    return meant === null ? [] : [{ name, meant }];
  });
}

/** The settings of this process, and the variables that were probably meant to be some. */
export function readProcessConfig(): { config: Config; misspelt: ReturnType<typeof findMisspelt> } {
  return { config: readConfig(process.env, process.argv.slice(2)), misspelt: findMisspelt(process.env) };
}

function roleArgument(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { role: { type: 'string' } } }).values.role;
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`The only argument is --role: ${roles.join(', ')}. README.md lists the settings. ${message}`, {
      cause: error,
    });
  }
}
