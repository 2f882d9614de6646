import { describe, expect, test } from '@jest/globals';
import { buildColumns } from '#shared/column-keys.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cpuMsOf } from '#test/harness/cpu-time.ts';
import { createSheetProfiler, DISTINCT_MAX } from './column-profiler.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import { detect } from './value-detectors.ts';

function profile(cells: readonly Cell[]) {
  const profiler = createSheetProfiler(buildColumns(['X']));
  for (const cell of cells) profiler.add([{ cells: [cell] }]);
  return profiler.profiles()[0];
}

describe('a column profile', () => {
  test('counts every cell once, by type', () => {
    expect(
      profile([
        'a',
        'a',
        ' ',
        null,
        7,
        true,
        { type: 'error', code: '#N/A' },
        { type: 'date', iso: '2024-03-15T00:00:00', serial: 45_366, format: 'd.m.yy' },
      ]),
    ).toMatchObject({
      rows: 8,
      blank: 2,
      types: { text: 2, number: 1, boolean: 1, date: 1, error: 1 },
      distinct: 5,
      distinctExact: true,
      minNumber: 7,
      maxNumber: 7,
      frequent: [
        { value: 'a', count: 2 },
        { value: '7', count: 1 },
        { value: 'true', count: 1 },
        { value: '#N/A', count: 1 },
        { value: '2024-03-15', count: 1 },
      ],
      samples: ['a', '7', 'true', '#N/A', '2024-03-15'],
    });
  });

  test('counts an amount whose number format shows a currency as a number, and as money', () => {
    const amounts = [1200, 80.5, 1200].map((value): Cell => ({ type: 'amount', value, currency: 'CHF' }));
    expect(profile([...amounts, { type: 'amount', value: 1200, currency: '$' }])).toMatchObject({
      types: { text: 0, number: 4, error: 0 },
      distinct: 3,
      minNumber: 80.5,
      maxNumber: 1200,
      nextLargest: 80.5,
      detected: { money: 4 },
      frequent: [
        { value: '1200 CHF', count: 2 },
        { value: '80.5 CHF', count: 1 },
        { value: '1200 $', count: 1 },
      ],
    });
  });

  test('reads numbers out of texts that are wholly numbers', () => {
    expect(profile(['16,384', '4.5', 'x 9'])).toMatchObject({ minNumber: 4.5, maxNumber: 16_384, types: { text: 3 } });
    expect(profile([7, '16,384', 12, 16_384])).toMatchObject({ maxNumber: 16_384, nextLargest: 12 });
    expect(profile([7, 7])).toMatchObject({ maxNumber: 7, nextLargest: null });
  });

  test('says when it stopped counting distinct values', () => {
    expect(profile(Array.from({ length: DISTINCT_MAX + 5 }, (_, index) => `v${index}`))).toMatchObject({
      distinct: DISTINCT_MAX,
      distinctExact: false,
    });
  });

  test('has figures for a column without a value', () => {
    expect(profile([null, ''])).toMatchObject({
      rows: 2,
      blank: 2,
      minLength: 0,
      maxLength: 0,
      averageLength: 0,
      minNumber: null,
      samples: [],
    });
  });

  test('counts cells that hold several values', () => {
    expect(profile(['a;b', 'a', '10,000', 'one\ntwo', 'Lee, Ann'])?.multiValued).toEqual({ ';': 1, '\n': 1 });
    expect(
      profile(['10.0.0.1, 10.0.0.2', 'web, app, db', 'web,app', '1,5', 'old, but still in use by sales']),
    ).toMatchObject({ multiValued: { ',': 3 } });
  });

  test('takes an amount for one value, whatever its comma means', () => {
    const amounts = ['20.940,66 €', '€ 1,234.50', 'EUR 18.072,33', '1,5 TB', '-3,2 %', '1\u202f024,5 GB'];
    expect(profile(amounts)?.multiValued).toEqual({});
    expect(profile(['{"a":1,"b":2,"c":3}', '[{"a":1},{"b":2}]'])?.multiValued).toEqual({});
    expect(profile(['srv1,srv2', 'e0/1,e0/2'])?.multiValued).toEqual({ ',': 2 });
  });

  test('tells long values apart without keeping them whole, and lists how they begin', () => {
    const long = 'x'.repeat(30_000);
    const measured = profile([`${long}1`, `${long}2`, `${long}1`]);
    expect(measured).toMatchObject({ distinct: 2, maxLength: 30_001 });
    expect(measured?.samples).toEqual([`${'x'.repeat(119)}…`, `${'x'.repeat(119)}…`]);
    expect(measured?.frequent.map(({ count }) => count)).toEqual([2, 1]);
  });

  test('counts what stands in a column of secrets, but lists none of it', () => {
    const profiler = createSheetProfiler(buildColumns(['Admin Password']));
    profiler.add([{ cells: ['hunter2'] }, { cells: ['hunter3'] }]);
    expect(profiler.profiles()[0]).toMatchObject({ distinct: 2, samples: [], frequent: [] });
  });
});

describe('headers of secrets', () => {
  test.each(['Admin Password', 'API Key', 'apiKey', 'u_ssh_private_key', 'PIN', 'Mot de passe', 'Contraseña'])(
    '%s',
    (header) => expect(isSecretHeader(header)).toBe(true),
  );
  test.each(['Password last set', 'Key', 'Pin count', 'Spinning disks', 'Token expiration date', 'License type'])(
    'not %s',
    (header) => expect(isSecretHeader(header)).toBe(false),
  );
});

describe('value detectors', () => {
  test.each([
    ['10.0.0.1', 'ipv4'],
    ['fe80::1', 'ipv6'],
    ['10.0.0.1; 10.0.0.2', 'ip_list'],
    ['10.0.0.0/8', 'network'],
    ['00-50-56-9A-1B-2C', 'mac'],
    ['258FD56F-AB48-4992-9D1D-8CED6C827CF0', 'uuid'],
    ['a@b.example', 'email'],
    ['srv1.corp.example.com', 'fqdn'],
    ['srv-001', 'hostname'],
    ['Red Hat Enterprise Linux 7.9', 'operating_system'],
    ['10.0.17763', 'version'],
    ['Intel(R) Xeon(R) Gold 6130', 'cpu_model'],
    ['2024-03-15', 'date_text'],
    ['03/04/2019', 'date_text'],
    ['03.04.2019', 'date_text'],
    ['45 %', 'percent'],
    ['€ 1.200,00', 'money'],
    ['16 GB', 'size_with_unit'],
    ['PROD', 'environment'],
    ['poweredOn', 'power_state'],
    ['rehost', 'six_r'],
    ['x86_64', 'architecture'],
    ['Yes', 'yes_no'],
    ['VERDADEIRO', 'yes_no'],
    ['ONWAAR', 'yes_no'],
    ['FAŁSZ', 'yes_no'],
  ])('%s is a %s', (text, name) => {
    expect(detect(text)).toContain(name);
  });

  test.each([
    ['10.0.0.300', 'ipv4'],
    ['1.2.3', 'ipv4'],
    ['hello world', 'hostname'],
    ['12345', 'fqdn'],
    ['', 'yes_no'],
    ['99999999999999999999', 'version'],
    ['03.04.2019', 'version'],
    ['31.12.2024 10:30', 'version'],
  ])('%s is no %s', (text, name) => {
    expect(detect(text)).not.toContain(name);
  });

  test('look at no more of a hostile text than they need', () => {
    const texts = ['1.'.repeat(16_000), 'a-'.repeat(16_000), `${' '.repeat(16_000)}x`, '('.repeat(32_000)];
    // Catastrophic backtracking would take minutes; this is no measure of speed.
    expect(cpuMsOf(() => texts.map(detect))).toBeLessThan(10_000);
  });
});

test('rows are measured when they are added, so that profiles of many are not made in one go', () => {
  const profiler = createSheetProfiler(buildColumns(['X', 'Y']));
  let reads = 0;
  const row = ['a', 'b'];
  const watched = new Proxy(row, {
    get: (cells, at) => {
      if (at === '0' || at === '1') reads += 1;
      return Reflect.get(cells, at) as unknown;
    },
  });
  profiler.add([{ cells: watched }]);
  expect(reads).toBe(2);
  profiler.add([{ cells: ['c', 'b'] }]);
  expect(profiler.profiles().map(({ distinct, samples }) => [distinct, samples])).toEqual([
    [2, ['a', 'c']],
    [1, ['b']],
  ]);
});
