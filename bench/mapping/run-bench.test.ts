import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectRoot } from '#test/harness/project-root.ts';

/** A clone: what is shipped for the benches, and no folder of data beside it. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'mapping-bench-'));
const clone = path.join(folder, 'clone');
beforeAll(() => {
  mkdirSync(clone);
  for (const name of ['bench', 'node_modules']) symlinkSync(path.join(projectRoot, name), path.join(clone, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(projectRoot, 'bench/mapping', script), ...args],
    { cwd: clone, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return { status, stdout, stderr };
}

const NOT_HERE = '../shared/data/mapping-dev.csv is not here: its licences keep it out of this repository.';

describe('in a clone without the columns that are not shipped', () => {
  test('npm run bench:mapping says so in one line and scores those that are', () => {
    const { status, stdout, stderr } = run('run-bench.ts');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(`${NOT_HERE} Only the shipped columns are scored.`);
    for (const file of ['later', 'found', 'first-contact', 'later-unopened', 'found-unopened', 'unopened', 'fresh'])
      expect(stdout).toMatch(new RegExp(String.raw`^\| bench/mapping/${file}-columns\.csv \| \.[89]\d`, 'm'));
    expect(stdout).toContain('ms to suggest');
    expect(stdout).not.toMatch(/NaN|undefined|dev columns/);
  });

  test('npm run fit:mapping says so in one line and changes nothing', () => {
    const words = `${NOT_HERE} Nothing was changed. To learn from other columns, name their files: npm run fit:mapping -- FILE.csv …\n`;
    expect(run('fit-weights.ts')).toEqual({ status: 1, stdout: '', stderr: words });
  });
});

test.each([
  ['run-bench.ts', ['no.csv'], 1, 'There is no file no.csv.\n'],
  ['fit-weights.ts', ['bench/mapping/found-columns.csv', 'no.csv'], 1, 'There is no file no.csv.\n'],
  ['run-bench.ts', ['--file', 'no.csv'], 2, "Unknown option '--file'. There are no options; name files only.\n"],
  ['run-bench.ts', ['a.csv', 'b.csv'], 1, 'Name one CSV file: npm run bench:mapping -- FILE.csv\n'],
])('%s %j says what is wrong in one line', (script, args, status, stderr) => {
  expect(run(script, ...args)).toEqual({ status, stdout: '', stderr });
});

test.each(['../flow/run-flow.ts', '../import/run-import.ts'])(
  '%s names the options it has when it is given another',
  (script) => {
    const { status, stdout, stderr } = run(script, '--unknown');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^Unknown option '--unknown'\. The (only option is --rows|options are --[a-z, -]+ and --[a-z]+)\.\n$/,
    );
  },
);
