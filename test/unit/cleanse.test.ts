import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { runScript } from './run-script.ts';

const run = (input: string, ...args: string[]) => runScript('cleanse.ts', args, input);

describe('npm run cleanse', () => {
  test('prints one JSON line per input line, in their order, blank ones too', () => {
    const { status, lines } = run('Windows 2012 R2 Standard\r\n\nUbuntu 22.04 LTS\nno system', 'operating_system');
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      {
        raw: 'Windows 2012 R2 Standard',
        value: { family: 'windows_server', version: '2012 R2', edition: 'Standard', architecture: null },
      },
      { raw: '', value: null, rule: 'blank' },
      { raw: 'Ubuntu 22.04 LTS', value: { family: 'ubuntu', version: '22.04', edition: 'LTS', architecture: null } },
      { raw: 'no system', value: { family: null }, rule: 'os-unknown' },
    ]);
    for (const line of lines) expect(Object.keys(line as object)).toEqual(['raw', 'value', 'rule', 'reason']);
  });

  test('names what can be given instead of what cannot', () => {
    const { status, error } = run('', 'ram_gb');
    expect(status).toBe(1);
    expect(error).toMatch(/^There is no target field "ram_gb"\. The fields are asset_name, .*memory_gb/);
    expect(run('', 'install_date', '--day-month-order', 'american').error).toBe(
      '--day-month-order: Give one of "day-first", "month-first".',
    );
  });

  test('keeps a line together that holds another kind of line break', () => {
    expect(run('a\u2028b\u0085c\n', 'location').lines).toHaveLength(1);
    expect(run('', 'location')).toMatchObject({ status: 0, lines: [] });
  });

  test('waits for lines that come late, and reads more of them than a pipe holds', () => {
    const command =
      "{ sleep 2; seq 20000 | sed 's/^/Ubuntu 22.04 host /'; } | node --import tsx scripts/cleanse.ts location";
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
      maxBuffer: 64 * 1024 ** 2,
    });
    expect([status, stderr, stdout.trim().split('\n').length]).toEqual([0, '', 20_000]);
  });

  test('ends without a word when whoever reads its lines has seen enough', () => {
    const command = 'seq 20000 | node --import tsx scripts/cleanse.ts location | head -n 1';
    const { stdout, stderr } = spawnSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect([stderr, stdout.trim().split('\n').length]).toEqual(['', 1]);
  });

  test('takes what only the column knows from its options', () => {
    expect(run('16384\n', 'memory_gb', '--unit', 'MB').lines).toMatchObject([{ raw: '16384', value: 16 }]);
    expect(run('03/04/2024\n', 'purchase_date', '--day-month-order', 'day-first').lines).toMatchObject([
      { value: '2024-04-03' },
    ]);
  });

  test.each([
    ['an unknown field', ['no_such_field'], 'There is no target field "no_such_field".'],
    ['no field', [], 'Name one target field'],
    ['a bad option', ['memory_gb', '--date-system', '1901'], '--date-system'],
    ['a unit of something else', ['memory_gb', '--unit', 'FURLONG'], '"FURLONG" is no unit of memory'],
    ['an unknown option', ['memory_gb', '--colour', 'red'], "Unknown option '--colour'. The options are --unit, --day"],
    [
      'a call for help',
      ['--help'],
      "Unknown option '--help'. The options are --unit, --day-month-order, --date-system and",
    ],
  ])('says what is wrong with %s, with an exit code', (_what, args, words) => {
    const { status, lines, error } = run('x\n', ...args);
    expect([status, lines]).toEqual([1, []]);
    expect(error).toContain(words);
    expect(error.split('\n')).toHaveLength(1);
  });
});
