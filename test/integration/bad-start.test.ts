import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findMongod } from '#service/platform/embedded-mongod/mongod-binary.ts';
import { startMongod, type Mongod } from '#service/platform/embedded-mongod/mongod-process.ts';
import { freePorts } from '../harness/free-ports.ts';
import { projectRoot } from '../harness/project-root.ts';
import { testMongoUri } from '../harness/service-harness.ts';
import { SERVICE_BUNDLE } from '../harness/service-process.ts';

const database = 'bad_start';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cmdb-import-bad-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the service says before it ends; it is told to as soon as it says that it is ready. */
async function outputOf(settings: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { TEST_MONGODB_URI: _ours, NODE_OPTIONS: _jest, ...environment } = process.env;
  const usual = { MONGODB_URI: testMongoUri(database), PORT: '0', LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [SERVICE_BUNDLE], {
    cwd: projectRoot,
    env: { ...environment, ...usual, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (said: Buffer) => void (said.includes('is ready') && child.kill()));
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: (await said).join('') };
}

describe('a start that fails names the setting', () => {
  test('of a certificate or key that is not there, is a folder, or is none', async () => {
    const [cert, none] = [path.join(folder, 'cert.pem'), path.join(folder, 'no.pem')];
    await writeFile(cert, 'no certificate');
    const outputs = await Promise.all(
      [
        [none, cert],
        [cert, none],
        [cert, folder],
        [cert, cert],
      ].map(async ([certFile = '', keyFile = '']) => outputOf({ TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile })),
    );
    expect(outputs).toEqual([
      { code: 1, output: `TLS_CERT_FILE: there is no file ${none}.\n` },
      { code: 1, output: `TLS_KEY_FILE: there is no file ${none}.\n` },
      { code: 1, output: expect.stringMatching(/^TLS_KEY_FILE: \S+ cannot be read \(EISDIR[^\n]*\)\.\n$/) },
      {
        code: 1,
        output: expect.stringMatching(/^TLS_CERT_FILE: \S+cert\.pem has no certificate in PEM \([^\n]*\)\.\n$/),
      },
    ]);
  });

  test('of a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, output } = await outputOf({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(output).toBe(
      `PORT: ${port} on 127.0.0.1 is taken, by this service or another program. Stop it, or give another PORT; 0 takes a free one.\n`,
    );
  });

  test('of an address this computer does not have', async () => {
    const { code, output } = await outputOf({ HOST: '192.0.2.1' });
    expect(code).toBe(1);
    expect(output).toMatch(/^HOST: this computer has no address 192\.0\.2\.1\. Give [^\n]*\n$/);
  });

  test.each([
    ['has to be made', '/proc/no-such-folder/data'],
    ['is there', '/proc/self'],
    ['is a file', path.join(import.meta.dirname, 'bad-start.test.ts')],
  ])('of a data folder that %s and cannot be written', async (_what, dataDir) => {
    const { code, output } = await outputOf({ MONGODB_URI: '', DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(output).toMatch(/^DATA_DIR: [^\n]*\n$/);
    expect(output).toContain(`${dataDir}/mongodb, cannot be made or written`);
  });

  test('of a data folder whose disk is full', async () => {
    const binary = path.join(folder, 'mongod-on-a-full-disk');
    const says = [
      '#!/bin/sh',
      '[ "$1" = --version ] && echo "db version v7.0.0" && exit',
      'echo "28: No space left on device"',
      'exit 100',
    ];
    await writeFile(binary, says.join('\n'), { mode: 0o700 });
    const dataDir = path.join(folder, 'full');
    expect(await outputOf({ MONGODB_URI: '', DATA_DIR: dataDir, MONGOD_BINARY: binary })).toEqual({
      code: 1,
      output: `DATA_DIR: the disk of ${dataDir}, where the embedded database is, is full (No space left on device). Make room there or give another DATA_DIR; what is stored is kept.\n`,
    });
  });

  test('of a server that is no replica set, whose every import would fail', async () => {
    const [port = 0] = await freePorts(1);
    const binary = await findMongod({ logger: { info: () => undefined } });
    const alone: Mongod = await startMongod({ binary, folder, port, args: [] });
    try {
      const { code, output } = await outputOf({ MONGODB_URI: `mongodb://127.0.0.1:${port}/cmdb_import` });
      expect(code).toBe(1);
      expect(output).toMatch(/^MONGODB_URI: This server is no member of a replica set/);
    } finally {
      await alone.stop();
    }
  });
});

describe('a database that takes no connection is told by what is wrong with it', () => {
  const uriOf = (port: number, set: string): string => `mongodb://127.0.0.1:${port}/cmdb_import?replicaSet=${set}`;

  test('nothing is there, or what is there is of another set', async () => {
    const [free = 0] = await freePorts(1);
    const ours = Number(new URL(testMongoUri(database)).port);
    const [nothing, other] = await Promise.all([
      outputOf({ MONGODB_URI: uriOf(free, 'rs0') }),
      outputOf({ MONGODB_URI: uriOf(ours, 'not-its-name') }),
    ]);
    expect(nothing).toEqual({
      code: 1,
      output: `MONGODB_URI: No server answers at 127.0.0.1:${free} (connect ECONNREFUSED 127.0.0.1:${free}). Is it running, and is this its address?\n`,
    });
    expect(other).toEqual({
      code: 1,
      output:
        'MONGODB_URI: What answers there is no member of a replica set named "not-its-name". Correct replicaSet= in the connection string: `rs.status().set` in mongosh shows the name.\n',
    });
  });

  test.each(['replicaSet=rs0', 'directConnection=false'])('it waits to be made a set (%s)', async (option) => {
    const [port = 0] = await freePorts(1);
    const binary = await findMongod({ logger: { info: () => undefined } });
    const uninitiated = path.join(folder, option);
    await mkdir(uninitiated);
    const mongod = await startMongod({ binary, folder: uninitiated, port, args: ['--replSet', 'rs0'] });
    try {
      expect(await outputOf({ MONGODB_URI: `mongodb://127.0.0.1:${port}/cmdb_import?${option}` })).toEqual({
        code: 1,
        output: `MONGODB_URI: 127.0.0.1:${port} was started for a replica set that was never initiated. Run rs.initiate() in mongosh there once, with its members.\n`,
      });
    } finally {
      await mongod.stop();
    }
  });
});

test('the first admin key is printed by the web process, though a worker and a start that failed came before', async () => {
  expect((await outputOf({ ROLE: 'worker' })).output).not.toContain('First admin key');
  expect((await outputOf({ ROLE: 'web' })).output).toContain('First admin key');
});

test('a variable that was probably meant to be a setting is warned of', async () => {
  const { code, output } = await outputOf({ LEASE_SECOND: '5', PORTT: '1', LOG_LEVEL: 'warn' });
  expect(code).toBe(0);
  expect(output).toContain('there is no setting LEASE_SECOND, so it was not read; probably LEASE_SECONDS was meant');
  expect(output).toContain('there is no setting PORTT, so it was not read; probably PORT was meant');
});

test('a service that listens everywhere is announced where a browser on this computer finds it', async () => {
  expect((await outputOf({ HOST: '0.0.0.0' })).output).toMatch(/Task pane {3}http:\/\/localhost:\d+\/taskpane\.html/);
});
