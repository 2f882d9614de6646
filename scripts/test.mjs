import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildWhatIsStale } from './build-stale.mjs';

/** `npm test` is what CI runs: everything, whatever failed before; the count is the last line. */
const root = path.resolve(import.meta.dirname, '..');
/** A file system in memory: databases that a run throws away need not wait for a disk. */
const MEMORY_FOLDER = '/dev/shm';
/** What the databases and browser profiles of a run take there at most, with room to spare, bytes. */
const MEMORY_NEEDED = 8 * 1024 ** 3;
const work = mkdtempSync(path.join(hasMemoryFolder() ? MEMORY_FOLDER : os.tmpdir(), 'cmdb-import-tests-'));
/** How far a step goes back for others, as niceness: what takes longest goes first, and what only reckons waits for all. */
const NICENESS = { patient: 10, integration: 0, faults: 4, browser: 0 };
/** Test files at once. Fail points and restarts belong to the one mongod of a project; a file of the browser's has all else to itself. */
const WORKERS = { unit: 2, integration: 1, faults: 1, browser: 2 };
/** Jest keeps much of what a test file loaded: a worker whose heap has grown beyond this is followed by another one. */
const WORKER_HEAP = '600MB';
/** A step that hangs fails, ms. */
const STEP_MS = 30 * 60_000;
const hasRealData = existsSync(path.resolve(root, '../shared/data'));
const total = { passed: 0, failed: 0 };

const checks = [
  ['types and lint', 'oxlint/bin/oxlint', ['-c', 'oxlint.config.mjs', '--deny-warnings']],
  ['format', 'oxfmt/bin/oxfmt', ['--check', '.']],
];
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
buildAll();
// Each project has a mongod of its own, and its tests wait a good part of their time: two cores are enough for all at once.
await Promise.all([runChecks(), ...['integration', 'faults', 'browser'].map(runTests)]);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

function hasMemoryFolder() {
  if (!existsSync(MEMORY_FOLDER)) return false;
  const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
  return Math.min(bavail * bsize, os.freemem()) > MEMORY_NEEDED;
}

/** Once for all projects; without it their own set-up fails, and says so. */
function buildAll() {
  try {
    buildWhatIsStale(['service', 'pane', 'dashboard']);
  } catch (error) {
    fail(1, error.message);
  }
}

/** What only reckons goes one after the other. */
async function runChecks() {
  for (const [name, tool, args] of checks) {
    if (await run(tool, args)) total.passed += 1;
    else fail(1, `The ${name} check failed.`);
    tell(`${name} check`);
  }
  await runTests('unit');
}

async function runTests(project) {
  const file = path.join(work, `${project}.json`);
  const args = ['--selectProjects', project, '--json', '--outputFile', file];
  args.push(`--maxWorkers=${WORKERS[project]}`, `--workerIdleMemoryLimit=${WORKER_HEAP}`);
  count(project, file, await run('jest/bin/jest.js', args, project));
  tell(`${project} tests`);
}

/** How long the run has taken until a part of it was done. */
function tell(part) {
  process.stdout.write(`${part} done after ${(performance.now() / 60_000).toFixed(1)} min\n`);
}

/** Runs a tool of node_modules; jest's JSON on stdout is read from its file instead. */
async function run(tool, args, project) {
  const isJest = tool.startsWith('jest/');
  const niceness = NICENESS[project] ?? NICENESS.patient;
  const isPatient = niceness === NICENESS.patient;
  const child = spawn(process.execPath, [path.join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: ['ignore', isJest ? 'ignore' : 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...(isJest ? { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' } : {}),
      ...(isPatient ? {} : { TMPDIR: work }),
    },
    timeout: STEP_MS,
  });
  try {
    const exited = once(child, 'exit');
    os.setPriority(child.pid, niceness);
    const [status] = await exited;
    return status === 0;
  } catch (error) {
    process.stderr.write(`${tool}: ${error.message}\n`);
    return false;
  }
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
