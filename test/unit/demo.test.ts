import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });

test.each([
  [['--unknown'], "Unknown option '--unknown'. The options are --url, --key and --file."],
  [['--url'], "Option '--url <value>' argument missing. The options are --url, --key and --file."],
  [['--url', '--key'], "Option '--url' argument is ambiguous. The options are --url, --key and --file."],
  [['book.xlsx'], "Unexpected argument 'book.xlsx'. The options are --url, --key and --file."],
])('npm run demo -- %j says in one line what is wrong, and starts nothing', (args, words) => {
  const { status, stdout, stderr } = run(...args);
  expect([status, stdout, stderr]).toEqual([2, '', `${words}\n`]);
});
