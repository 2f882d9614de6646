import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

/** A checkout whose service prints two of its settings and ends. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'start-'));
  mkdirSync(path.join(folder, 'scripts'));
  copyFileSync('scripts/start.mjs', path.join(folder, 'scripts/start.mjs'));
  const service = 'const { PORT, HOST } = process.env; process.stdout.write(`PORT=${PORT} HOST=${HOST}`);';
  writeFileSync(path.join(folder, 'scripts/build-and-run.mjs'), service);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(environment: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
  const { PORT: _port, HOST: _host, ...ours } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'scripts/start.mjs')], {
    cwd: os.tmpdir(),
    encoding: 'utf8',
    env: { ...ours, NODE_OPTIONS: '', ...environment },
  });
  return { status, stdout, stderr };
}

describe('npm start', () => {
  test('takes settings from the .env of its folder, says so, and the environment goes before it', () => {
    writeFileSync(path.join(folder, '.env'), 'PORT=4001\nHOST="0.0.0.0"\n# LEASE_SECONDS=1\n');
    const said = 'Settings are taken from .env; the environment goes before it.\n';
    expect(start({})).toEqual({ status: 0, stdout: `${said}PORT=4001 HOST=0.0.0.0`, stderr: '' });
    expect(start({ PORT: '4002' })).toEqual({ status: 0, stdout: `${said}PORT=4002 HOST=0.0.0.0`, stderr: '' });
  });

  test('needs none', () => {
    expect(start({ PORT: '4003' })).toEqual({ status: 0, stdout: 'PORT=4003 HOST=undefined', stderr: '' });
  });

  test('starts nothing with one that cannot be read', () => {
    mkdirSync(path.join(folder, '.env'));
    const { status, stdout, stderr } = start({});
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^\.env cannot be read, so nothing was started: [^\n]+\n$/);
  });
});
