import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** What each part is built from, and a file that proves it was. */
const parts = {
  pane: { output: 'dist/web/pane/taskpane.html', sources: ['addin', 'shared', 'vite.config.ts', 'package-lock.json'] },
  dashboard: {
    output: 'dist/web/dashboard/index.html',
    sources: ['service/dashboard', 'shared', 'vite.config.ts', 'package-lock.json'],
  },
  service: {
    output: 'dist/service/main.js',
    sources: ['service', 'shared', 'vite.service.config.ts', 'package-lock.json'],
  },
};

/**
 * Builds the parts whose output is missing or older than a source.
 *
 * @param {(keyof typeof parts)[]} names
 * @throws when a build fails, after its own words on stderr
 */
export function buildWhatIsStale(names) {
  for (const name of names) {
    if (!isStale(parts[name])) continue;
    process.stdout.write(`Building the ${name} …\n`);
    const built = spawnSync('npm', ['run', '-s', `build:${name}`, '--', '--logLevel', 'warn'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (built.status !== 0) throw new Error(`The ${name} could not be built.`);
  }
}

function isStale({ output, sources }) {
  const file = path.join(root, output);
  return !existsSync(file) || sources.some((source) => newest(path.join(root, source)) > statSync(file).mtimeMs);
}

function newest(target) {
  const stat = statSync(target);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(target).map((name) => newest(path.join(target, name))));
}
