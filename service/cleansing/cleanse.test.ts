import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { asInput } from '#test/builders/cleansed-as-input.ts';
import { cleansableFields, cleanse, UnknownFieldError } from './cleanse.ts';
import type { CleanseOptions } from './cleansed.ts';

describe('cleanse', () => {
  test('knows every field of the catalogue and refuses any other', () => {
    for (const field of targetFields)
      expect(cleanse(field.name, null, {})).toMatchObject({ value: null, rule: 'blank' });
    expect(() => cleanse('no_such_field', 'x', {})).toThrow(UnknownFieldError);
    expect(() => cleanse('toString', 'x', {})).toThrow('There is no target field "toString".');
  });

  test.each([
    'n/a',
    'N/A',
    '-',
    '--',
    'unknown',
    'NULL',
    '(null)',
    'tbd',
    '#N/A',
    '#REF!',
    '?',
    'None',
    'k.A.',
    'unbekannt',
  ])('says that %p stands for nothing, in every field', (raw) => {
    for (const field of cleansableFields)
      expect(cleanse(field, raw, {})).toMatchObject({ value: null, rule: 'placeholder' });
  });

  test('says that an Excel error is no value', () => {
    expect(cleanse('memory_gb', { type: 'error', code: '#DIV/0!' }, {})).toEqual({
      value: null,
      rule: 'placeholder',
      reason: 'The cell shows the Excel error #DIV/0!.',
    });
  });

  test('gives a value of a closed vocabulary, or none where no allowed value has such a name', () => {
    expect(cleanse('environment', '  Pre  Prod ', {})).toMatchObject({ value: 'pre_production', rule: 'vocabulary' });
    expect(cleanse('status', 'hors service', {}).value).toBe('retired');
    expect(cleanse('power_state', 'poweredOff', {}).value).toBe('off');
    expect(cleanse('six_r_strategy', 'Lift & Shift', {}).value).toBe('rehost');
    expect(cleanse('business_criticality', 'C', {})).toMatchObject({ value: null, rule: 'vocabulary-unknown' });
    expect(cleanse('environment', 'Wonderland', {})).toMatchObject({ value: null, rule: 'vocabulary-unknown' });
  });

  test('makes white space and Unicode form of texts regular and changes nothing else', () => {
    expect(cleanse('location', ' Zu\u0308rich\u00a0 \n West\u200b ', {}).value).toBe('Zürich West');
    expect(cleanse('cost_center', 4711, {}).value).toBe('4711');
    expect(cleanse('description', 'Unchanged', {}).reason).toBe('Unchanged.');
  });

  test('keeps names of hosts apart that stand on lines of their own', () => {
    expect(cleanse('host_server', 'SRV01\n srv02.corp.local\r\n\n', {}).value).toBe('SRV01; srv02.corp.local');
    expect(cleanse('host_server', ' SRV01\n', {}).value).toBe('SRV01');
    expect(cleanse('host_server', 'SRV01, SRV02', {}).value).toBe('SRV01, SRV02');
  });
});

const WORDS =
  'Windows Server 2016 R2 SP1 Red Hat Enterprise Linux 8.6 Ubuntu 20.04 LTS 64-bit x64 GB 16 1.234,5 1,234 % € EUR 10.0.0.1 /24 fe80::1 aa:bb:cc:dd:ee:ff 2024-03-15 03/04/2024 10:20 Mar srv01.corp.local DOMAIN\\user yes 0 -1 1e5 { } " [ ] #'.split(
    ' ',
  );
const phrases = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 8 })
  .chain((parts) => fc.constantFrom(' ', '', '-', ', ').map((separator) => parts.join(separator)));
const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  phrases,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.record({ type: fc.constant('error' as const), code: fc.string({ maxLength: 32 }) }),
  fc.record({
    type: fc.constant('date' as const),
    iso: fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
      .map((date) => date.toISOString().slice(0, 19)),
    serial: fc.double({ min: 0, max: 100_000, noNaN: true }),
    format: fc.constant('dd/mm/yyyy'),
  }),
);
const optionSets: fc.Arbitrary<CleanseOptions> = fc.constantFrom<CleanseOptions>(
  {},
  { unit: 'MB', dayMonthOrder: 'day-first' },
  { unit: 'nonsense', dayMonthOrder: 'month-first', dateSystem: 1904 },
  { unit: 'EUR', decimalMark: ',' },
);
const anyField = fc.constantFrom(...cleansableFields);

describe('any cell in any field', () => {
  test('gets an answer with a rule and a reason, the same each time', () => {
    fc.assert(
      fc.property(anyField, cells, optionSets, (field, cell, options) => {
        const answer = cleanse(field, cell, options);
        expect(answer.value).toBeDefined();
        expect(answer.rule).toMatch(/^[a-z][a-z0-9-]+$/);
        expect(answer.reason.length).toBeGreaterThan(5);
        expect(cleanse(field, cell, options)).toEqual(answer);
      }),
      { numRuns: 3_000 },
    );
  });

  test('keeps its cleansed value when that is cleansed again', () => {
    fc.assert(
      fc.property(anyField, cells, optionSets, (field, cell, options) => {
        const { value } = cleanse(field, cell, options);
        fc.pre(value !== null);
        const again = asInput(field, value);
        expect(cleanse(field, again.cell, again.options).value).toEqual(value);
      }),
      { numRuns: 6_000 },
    );
  });

  test('gets an answer for each row, none more and none fewer', () => {
    fc.assert(
      fc.property(anyField, fc.array(cells, { maxLength: 30 }), (field, column) => {
        expect(column.map((cell) => cleanse(field, cell, {}))).toHaveLength(column.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a hostile text of 30,000 characters', () => {
  const seeds = [
    '1',
    '1.',
    '1,',
    '1 ',
    "1'",
    ' ',
    '.',
    ':',
    '-',
    '/',
    'a',
    'a.',
    '0:',
    'ab:',
    '1/',
    '(',
    '[',
    '{"',
    '"',
    '#',
    'windows ',
    'windows server 20',
    'server ',
    '2012.',
    '2016 ',
    'linux ',
    'linux 3.10.0-',
    '4/',
    'sp',
    'r2 ',
    'red hat ',
    'enterprise ',
    'service pack ',
    'build ',
    '10.0.',
    '[1',
    '1.1.1.1-',
    '1.1.1.1 ',
    '255.',
    '<br',
    ' ddr4',
    ' k',
    'non-',
    '1,23',
    '\\',
    '@',
    'a@',
    ', ',
    'ä',
    '\u0301',
    '٠',
    '\ud800',
  ];
  test.each(seeds)('of %p is answered in time that grows no faster than the text', (seed) => {
    const text = seed.repeat(Math.ceil(30_000 / seed.length)).slice(0, 30_000);
    for (const field of cleansableFields) {
      for (const hostile of [text, `${text}!`, `x${text}x`]) {
        const before = process.cpuUsage();
        cleanse(field, hostile, {});
        // Time on the processor: a busy machine must not fail it.
        const { user, system } = process.cpuUsage(before);
        expect([field, user + system < 300_000]).toEqual([field, true]);
      }
    }
  });
});

test('the reason names the family where the text has only its codename', () => {
  expect(cleanse('os_version', '22.04.3 LTS (Jammy Jellyfish)', {}).reason).toBe('Names ubuntu.');
});
