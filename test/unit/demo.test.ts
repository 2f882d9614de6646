import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { expect, test } from '@jest/globals';
import { optionProblem } from '../../scripts/read-options.ts';
import { whyUnanswered } from '../../scripts/unanswered.ts';

test.each([
  [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'self-signed certificate',
    /is not trusted here \(self-signed certificate\).*NODE_EXTRA_CA_CERTS/,
  ],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'unable to verify the first certificate',
    /is not trusted here .*NODE_EXTRA_CA_CERTS/,
  ],
  ['CERT_HAS_EXPIRED', 'certificate has expired', /does not hold: certificate has expired/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', "Host: x. is not in the cert's altnames", /does not hold: Host: x/],
  ['EPROTO', 'write EPROTO 00:SSL routines', /does not speak https/],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND x', /did not answer \(ENOTFOUND\)\. Is it running\?/],
])('a call that ended in %s says what is wrong', (code, message, words) => {
  const cause = new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
  const said = whyUnanswered('https://x', new Error('The service did not answer.', { cause }));
  expect(said).toMatch(words);
  expect(said).not.toContain('\n');
});

test.each([
  [['--url', 'http://127.0.0.1:9'], 'Give --key with --url: a key of that service.\n'],
  [
    ['--url', 'http://127.0.0.1:9', '--key', 'k'],
    'The service at http://127.0.0.1:9 did not answer. Is it running? `npm start` starts one.\n',
  ],
])('npm run demo %j says what is missing', (args, words) => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect([status, stderr]).toEqual([1, words]);
});

test('npm run demo with an option there is not says so in one line, and starts nothing', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', '--unknown'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const words = "Unknown option '--unknown'. The options are --url, --key, --engagement and --file.\n";
  expect([status, stdout, stderr]).toEqual([2, '', words]);
});

test.each([
  [['--url'], "Option '--url <value>' argument missing. The options are --url and --key."],
  [['--url', '--key'], "Option '--url' argument is ambiguous. The options are --url and --key."],
  [['book.xlsx'], "Unexpected argument 'book.xlsx'. The options are --url and --key."],
])('what is wrong with %j is said in one line', (args, words) => {
  const options = { url: { type: 'string' }, key: { type: 'string' } } as const;
  let problem = '';
  try {
    parseArgs({ args, options });
  } catch (error) {
    problem = optionProblem(error as Error, options);
  }
  expect(problem).toBe(words);
});
