import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo, type EmbeddedMongo } from '#service/platform/embedded-mongo.ts';
import { findMongod } from '#service/platform/mongod-binary.ts';
import { createLogger } from '#service/platform/logger.ts';
import { projectRoot } from '../harness/service-harness.ts';

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

async function start(): Promise<EmbeddedMongo> {
  const mongo = await startEmbeddedMongo({ dataDir, cacheSizeGb: 0.25, logger });
  started.push(mongo);
  return mongo;
}

async function stop(mongo: EmbeddedMongo): Promise<void> {
  started = started.filter((other) => other !== mongo);
  await mongo.stop();
}

async function withClient<T>(uri: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await use(client);
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

  test('keeps its data over a restart, even when its port is taken meanwhile', async () => {
    const first = await start();
    await withClient(first.uri, (client) => client.db('test').collection('things').insertOne({ kept: true }));
    const port = Number(new URL(first.uri).port);
    await stop(first);
    await writeFile(path.join(dataDir, 'mongod.json'), JSON.stringify({ pid: 0, port }));
    const squatter = createServer((peer) => peer.destroy()).listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const second = await start();
      expect(Number(new URL(second.uri).port)).not.toBe(port);
      expect(
        await withClient(second.uri, (client) => client.db('test').collection('things').countDocuments({ kept: true })),
      ).toBe(1);
    } finally {
      squatter.close();
    }
  });

  test('refuses a data folder that another service uses, and names it', async () => {
    await start();
    await expect(startEmbeddedMongo({ dataDir, cacheSizeGb: 0.25, logger })).rejects.toThrow(
      `Another service uses the data folder ${dataDir}`,
    );
  });

  test('starts again after its service was killed with SIGKILL, with the data of before', async () => {
    const { NODE_OPTIONS: _jest, ...environment } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', 'service/main.ts'], {
      cwd: projectRoot,
      env: {
        ...environment,
        DATA_DIR: dataDir,
        PORT: '0',
        MONGOD_CACHE_GB: '0.25',
        BOOTSTRAP_API_KEY: 'a-key-of-this-test',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const note = JSON.parse(await readFile(path.join(dataDir, 'mongodb', 'mongod.json'), 'utf8')) as { pid: number };
    expect(isAlive(note.pid)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const mongo = await startEmbeddedMongo({ dataDir: path.join(dataDir, 'mongodb'), cacheSizeGb: 0.25, logger });
    started.push(mongo);
    expect(isAlive(note.pid)).toBe(false);
    expect(
      await withClient(mongo.uri, (client) => client.db('cmdb_import').collection('api_keys').countDocuments()),
    ).toBe(1);
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

  test('lists every source it tried when there is none', async () => {
    const notAFolder = path.join(dataDir, 'file');
    await writeFile(notAFolder, '');
    const before = process.env['PATH'];
    process.env['PATH'] = dataDir;
    try {
      await expect(findMongod({ cacheDir: notAFolder, logger })).rejects.toThrow(
        /PATH:[^]*cache[^]*official download[^]*Python package[^]*MONGOD_BINARY/,
      );
    } finally {
      process.env['PATH'] = before;
    }
  });
});
