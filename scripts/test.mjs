import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** `npm test` is what CI runs: everything, one after the other, whatever failed before; the count is the last line. */
const root = path.resolve(import.meta.dirname, '..');
const results = mkdtempSync(path.join(os.tmpdir(), 'cmdb-import-results-'));
/** A step that hangs fails, ms. */
const STEP_MS = 18 * 60_000;
const hasRealData = existsSync(path.resolve(root, '../shared/data'));
const total = { passed: 0, failed: 0 };

const checks = [
  ['types', 'typescript/bin/tsc', []],
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
];
for (const [name, tool, args] of checks) {
  process.stderr.write(`\n${name}\n`);
  if (run(tool, args)) total.passed += 1;
  else fail(1, `The ${name} check failed.`);
}
for (const project of ['unit', 'integration', 'browser']) {
  const file = path.join(results, `${project}.json`);
  const args = ['--selectProjects', project, '--json', '--outputFile', file];
  // Fail points belong to the one mongod, so its tests take turns; browsers need the cores to themselves.
  if (project !== 'unit') args.push('--runInBand');
  const isPassed = run('jest/bin/jest.js', args, { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' });
  count(project, file, isPassed);
}
rmSync(results, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs a tool of node_modules; jest's JSON on stdout is read from its file instead. */
function run(tool, args, environment = {}) {
  const ended = spawnSync(process.execPath, [path.join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: ['ignore', tool.startsWith('jest/') ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    timeout: STEP_MS,
  });
  if (ended.error) process.stderr.write(`${tool}: ${ended.error.message}\n`);
  return ended.status === 0;
}

/**
 * A skipped test counts as failed, and so does a run that fails without a failing test: a suite that cannot be loaded, a
 * tear-down. Only tests that read the real workbooks and labelled columns beside the checkout are left out, and said to
 * be, where those are not there: their licences keep them out of this repository.
 */
function count(project, file, isPassed) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    fail(1, `The ${project} tests left no result: ${error.message}`);
    return;
  }
  total.passed += result.numPassedTests;
  const isSilentFailure = !isPassed && result.numFailedTests + result.numRuntimeErrorTestSuites === 0;
  fail(result.numFailedTests + result.numRuntimeErrorTestSuites, `${project} tests failed.`);
  const skipped = result.numPendingTests + result.numTodoTests;
  if (hasRealData) fail(skipped, `${project} tests were skipped, which counts as failed.`);
  else if (skipped > 0)
    process.stderr.write(`${skipped} ${project} tests were left out: ../shared/data is not here.\n`);
  fail(isSilentFailure ? 1 : 0, `The ${project} run failed outside its tests.`);
}

function fail(times, what) {
  if (times === 0) return;
  total.failed += times;
  process.stderr.write(`${times > 1 ? `${times} ` : ''}${what}\n`);
}
