import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { projectRoot } from '#test/harness/project-root.ts';

/** Logs several lines at once, as a service that stops does, and leaves when it is told to. */
const script = `
  import { createLogger } from './service/platform/logger.ts';
  import { leaveProcess } from './service/platform/process/leave-process.ts';
  const log = createLogger('info');
  process.stdin.once('data', () => {
    for (let line = 0; line < 2_000; line += 1) log.info({ line, filler: 'x'.repeat(100) }, 'stopping');
    void leaveProcess(log, 3);
  });
  process.stderr.write('ready');
`;

async function started(): Promise<ChildProcess & { stdout: NodeJS.ReadableStream & { destroy(): void } }> {
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: 'pipe' });
  await once(child.stderr, 'data');
  return child;
}

async function exitOf(child: ChildProcess): Promise<[code: number | null, signal: string | null]> {
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  child.stdin?.write('go');
  return exited;
}

test('a process leaves with all it logged', async () => {
  const child = await started();
  let read = '';
  child.stdout.on('data', (part: Buffer) => (read += part.toString()));
  expect(await exitOf(child)).toEqual([3, null]);
  expect(read.trim().split('\n')).toHaveLength(2_000);
});

test('a process leaves although whoever read its log is gone', async () => {
  const child = await started();
  child.stdout.destroy();
  expect(await exitOf(child)).toEqual([3, null]);
});

test('a process is ended although whoever reads its log has stalled', async () => {
  const child = await started();
  expect(await exitOf(child)).toEqual([null, 'SIGKILL']);
});
