import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** `npm test`: everything CI runs, in one process after the other, and one last line with the count. */
const root = path.resolve(import.meta.dirname, '..');
const results = mkdtempSync(path.join(os.tmpdir(), 'cmdb-import-results-'));
const total = { passed: 0, failed: 0 };

const checks = [
  ['types', 'npx', ['tsc']],
  ['lint', 'npx', ['eslint', '.', '--max-warnings', '0']],
  ['format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
];
for (const [name, command, args] of checks) {
  process.stdout.write(`\n${name}\n`);
  const isPassed = run(command, args);
  total[isPassed ? 'passed' : 'failed'] += 1;
}
for (const project of ['unit', 'integration', 'browser']) {
  const file = path.join(results, `${project}.json`);
  const args = ['jest', '--selectProjects', project, '--json', '--outputFile', file, '--forceExit'];
  // Fail points belong to the one mongod, so its tests take turns; browsers need the cores to themselves.
  if (project !== 'unit') args.push('--runInBand');
  run('npx', args, { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' });
  count(file, project);
}
rmSync(results, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);

function run(command, args, environment = {}) {
  const options = {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  };
  if (command === 'npx' && args[0] !== 'jest') options.stdio = 'inherit';
  return spawnSync(command, args, options).status === 0;
}

/** A suite that could not even be loaded counts as one failure; a run without a result file too. */
function count(file, project) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites + result.numPendingTests;
    if (result.numPendingTests > 0)
      process.stderr.write(`${result.numPendingTests} ${project} tests were skipped: that counts as failed.\n`);
  } catch (error) {
    process.stderr.write(`The ${project} tests left no result: ${error.message}\n`);
    total.failed += 1;
  }
}
