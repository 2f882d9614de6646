import { spawnSync } from 'node:child_process';

interface ScriptRun {
  status: number | null;
  /** Each line of its output, which is JSON. */
  lines: unknown[];
  error: string;
}

/** Runs a script of scripts/ to its end. */
export function runScript(name: string, args: readonly string[], input?: string): ScriptRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${name}`, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, lines: lines.map((line): unknown => JSON.parse(line)), error: stderr.trim() };
}
