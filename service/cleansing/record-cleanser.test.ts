import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { CleansingPlan, ColumnPlan } from './cleansing-plan.ts';
import { createRecordCleanser } from './record-cleanser.ts';
import { fieldColumns, positionsSaid } from './record-fields.ts';

function planOf(...columns: Partial<ColumnPlan>[]): CleansingPlan {
  return {
    rules: 'test',
    columns: columns.map((column, columnIndex) => ({
      columnIndex,
      field: 'hostname',
      fieldType: 'string',
      isSecondary: false,
      options: {},
      separator: null,
      valueDecisions: [],
      ...column,
    })),
  };
}

const values = (plan: CleansingPlan, ...cells: Cell[]) =>
  createRecordCleanser(plan)
    .cleanse(cells)
    .map(({ value }) => value);

describe('a record cleansed by its plan', () => {
  test('has one answer per approved column, in their order, whatever the length of the record', () => {
    const plan = planOf({ columnIndex: 2, field: 'memory_gb', options: { unit: 'MB' } }, { columnIndex: 0 });
    expect(values(plan, 'SRV1.corp.local', 'not mapped', 2048)).toEqual([2, 'srv1']);
    expect(createRecordCleanser(plan).cleanse([])).toMatchObject([
      { value: null, rule: 'blank' },
      { value: null, rule: 'blank' },
    ]);
  });

  test('tells cells apart that only look alike', () => {
    const column = planOf({ field: 'purchase_date', options: { dateSystem: 1900, dayMonthOrder: 'day-first' } });
    const cleanser = createRecordCleanser(column);
    const read = (cell: Cell) => cleanser.cleanse([cell])[0];
    const date: Cell = { type: 'date', iso: '2024-03-15T00:00:00', serial: 45_366, format: 'd.m.yy' };
    expect([read('45366'), read(45_366), read(date), read('2024-03-15')].map((answer) => answer?.rule)).toEqual([
      'excel-serial',
      'excel-serial',
      'excel-date',
      'date-text',
    ]);
    expect(read('\u0000date 2024-03-15T00:00:00')).toEqual(
      createRecordCleanser(column).cleanse(['\u0000date 2024-03-15T00:00:00'])[0],
    );
    expect(read({ type: 'error', code: '2024-03-15' })).toMatchObject({ value: null, rule: 'placeholder' });
    expect(read(true)?.rule).toBe('not-a-date');
    expect(read('true')?.rule).toBe('not-a-date');
  });

  test('takes a cell that is only the unit of its column for none of its values', () => {
    const read = createRecordCleanser(planOf({ field: 'memory_gb', options: { unit: 'GB' } }));
    expect(read.cleanse([' GB '])).toMatchObject([{ value: null, rule: 'unit-alone' }]);
    expect(read.cleanse(['TB'])).toMatchObject([{ value: null, rule: 'not-a-number' }]);
  });

  test('gives the same answers to many different values, before and after some were forgotten', () => {
    const cleanser = createRecordCleanser(planOf({ field: 'memory_gb', options: { unit: 'MB' } }));
    for (const round of [1, 2])
      for (let gigabytes = 1; gigabytes < 5_000; gigabytes += 1)
        expect([round, cleanser.cleanse([gigabytes * 1024])[0]?.value]).toEqual([round, gigabytes]);
  });
});

describe("an analyst's decision on a value", () => {
  const plan = planOf({
    field: 'environment',
    fieldType: 'enum',
    valueDecisions: [
      ['Wonderland', 'sandbox'],
      ['Prod', null],
      ['0', 'test'],
      ['__proto__', 'test'],
    ],
  });

  test('goes before the rules, and says so', () => {
    expect(createRecordCleanser(plan).cleanse(['Wonderland'])).toEqual([
      {
        value: 'sandbox',
        rule: 'decided-by-analyst',
        reason: '"Wonderland" is sandbox, as an analyst approved.',
      },
    ]);
    expect(createRecordCleanser(plan).cleanse(['Prod'])[0]).toMatchObject({ value: null, rule: 'decided-by-analyst' });
    expect(values(plan, '__proto__')).toEqual(['test']);
    expect(values(plan, 'toString')).toEqual([null]);
  });

  test('meets the cell as people read it, and leaves every other cell to the rules', () => {
    expect(values(plan, 0)).toEqual(['test']);
    expect(values(plan, 'prod')).toEqual(['production']);
  });

  test('becomes what the field keeps', () => {
    const physical = planOf({ field: 'is_virtual', fieldType: 'boolean', valueDecisions: [['yes', 'physical']] });
    expect(values(physical, 'yes')).toEqual([false]);
    expect(values(physical, 'no')).toEqual([false]);
  });
});

describe('a cell with several values', () => {
  test('is a list of them, each once, by the rule of the field', () => {
    expect(values(planOf({ field: 'tags', separator: ';' }), ' pci; sox ;;pci')).toEqual([['pci', 'sox']]);
    expect(values(planOf({ field: 'storage_gb', separator: '\n' }), '100 GB\n1 TB')).toEqual([[100, 1024]]);
    expect(values(planOf({ field: 'ip_address', separator: ';' }), '10.0.0.1, 10.0.0.2;10.0.0.3')).toEqual([
      ['10.0.0.1', '10.0.0.2', '10.0.0.3'],
    ]);
  });

  test('keeps structured values apart', () => {
    const plan = planOf({ field: 'operating_system', separator: ';' });
    expect(values(plan, 'Ubuntu 22.04; Debian 12;Ubuntu 22.04')).toEqual([
      [
        { family: 'ubuntu', version: '22.04', edition: null, architecture: null },
        { family: 'debian', version: '12', edition: null, architecture: null },
      ],
    ]);
  });

  test('names what of it says nothing', () => {
    const cleanser = createRecordCleanser(planOf({ field: 'storage_gb', separator: ';' }));
    expect(cleanser.cleanse(['100 GB;full'])).toEqual([
      { value: 100, rule: 'list-partly', reason: 'One value of 2 in the cell. Without "full": "full" is no number.' },
    ]);
    expect(cleanser.cleanse(['?;?'])[0]).toMatchObject({ value: null, rule: 'placeholder' });
    expect(cleanser.cleanse([' ; '])[0]).toMatchObject({ value: null });
    expect(cleanser.cleanse(['100 GB'])[0]).toMatchObject({ value: 100, rule: 'size' });
  });
});

describe("a column of a client's own field", () => {
  test('is read by the type of the field', () => {
    const plan = planOf(
      { field: 'patch_window', fieldType: 'string' },
      { field: 'rack_units', fieldType: 'integer' },
      { field: 'is_leased', fieldType: 'boolean' },
      { field: 'audited_on', fieldType: 'date' },
      { field: 'toString', fieldType: 'enum' },
    );
    expect(values(plan, ' Sun  night ', '2', 'ja', '15 Mar 2024', 'x')).toEqual([
      'Sun night',
      2,
      true,
      '2024-03-15',
      'x',
    ]);
    expect(values(plan, 'n/a', '2.5', 'virtual', 'soon', null)).toEqual([null, null, null, null, null]);
  });
});

describe('the values of a record by field', () => {
  const plan = planOf(
    { field: 'memory_gb', isSecondary: true, options: { unit: 'MB' } },
    { field: 'hostname' },
    { field: 'memory_gb', options: { unit: 'GB' } },
    { field: 'memory_gb', isSecondary: true, options: { unit: 'GB' } },
    { field: 'ip_address' },
    { field: 'ip_address' },
    { field: '__proto__', fieldType: 'string' },
  );
  const fieldsOf = (...cells: Cell[]) => {
    const answers = createRecordCleanser(plan).cleanse(cells);
    const valuesAt = (positions: readonly number[]) =>
      positions.map((at) => ({
        columnIndex: plan.columns[at]?.columnIndex,
        value: answers[at]?.value,
        rule: answers[at]?.rule,
      }));
    const said = fieldColumns(plan).map((columns) => [columns.field, positionsSaid(columns, answers)] as const);
    return Object.fromEntries(said.flatMap(([field, at]) => (at.length === 0 ? [] : [[field, valuesAt(at)]])));
  };

  test('come from the primary column, and from the first secondary one that says something where it says nothing', () => {
    expect(fieldsOf(1024, 'a', 16, 8)['memory_gb']).toMatchObject([{ columnIndex: 2, value: 16 }]);
    expect(fieldsOf(1024, 'a', null, 8)['memory_gb']).toEqual([{ columnIndex: 0, value: 1, rule: 'size' }]);
    expect(fieldsOf('?', 'a', 'n/a', 8)['memory_gb']).toMatchObject([{ columnIndex: 3, value: 8 }]);
  });

  test('are several where several columns provide the field, in sheet order', () => {
    expect(fieldsOf(null, 'a', null, null, '10.0.0.1', 'fe80::1')['ip_address']).toMatchObject([
      { columnIndex: 4, value: '10.0.0.1' },
      { columnIndex: 5, value: 'fe80::1' },
    ]);
  });

  test('leave out fields that no column says anything about', () => {
    expect(Object.keys(fieldsOf(null, 'a', null, 'none', '', null))).toEqual(['hostname']);
    expect(Object.keys(fieldsOf())).toEqual([]);
    expect(fieldsOf(null, null, null, null, null, null, 'x')['__proto__']).toMatchObject([{ value: 'x' }]);
  });
});
