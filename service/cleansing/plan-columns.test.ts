import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields, type TargetField } from '#shared/target-fields.ts';
import type { CleansingChoice } from './cleansing-plan.ts';
import { createEvidenceReader, mergeEvidence, writtenAs } from './column-evidence.ts';
import type { MeasuredColumn } from './column-units.ts';
import { planColumns } from './plan-columns.ts';

const measured = (of: Partial<MeasuredColumn> = {}): MeasuredColumn => ({
  distinct: 0,
  distinctExact: true,
  frequent: [],
  minNumber: null,
  maxNumber: null,
  types: { text: 1, number: 0 },
  multiValued: {},
  ...of,
});

function fieldNamed(name: string): TargetField {
  const field = targetFields.find((one) => one.name === name);
  if (field === undefined) throw new Error(name);
  return field;
}

interface Column {
  header?: string;
  field: string | null;
  cells?: Cell[];
  profile?: Partial<MeasuredColumn>;
  cleansing?: CleansingChoice;
}

/** Plans a sheet of these columns whose rows were read in two parts. */
function planOf(columns: Column[], dateSystem: '1900' | '1904' = '1900') {
  const mapped = columns.flatMap(({ field, cleansing }, columnIndex) =>
    field === null
      ? []
      : [
          {
            columnIndex,
            field: fieldNamed(field),
            isSecondary: false,
            valueDecisions: [],
            ...(cleansing !== undefined && { cleansing }),
          },
        ],
  );
  const rows = Array.from({ length: Math.max(...columns.map(({ cells }) => cells?.length ?? 0)) }, (_, row) =>
    columns.map(({ cells }) => cells?.[row] ?? null),
  );
  const evidence = [rows.slice(1), rows.slice(0, 1)].map((part) => {
    const reader = createEvidenceReader(
      mapped.flatMap(({ columnIndex, field }) => {
        const as = writtenAs(field);
        return as === null ? [] : [{ columnIndex, writtenAs: as }];
      }),
    );
    for (const cells of part) reader.add(cells);
    return reader.evidence();
  });
  const sheet = {
    headers: columns.map(({ header }) => header ?? ''),
    columns: columns.map(({ profile }) => measured(profile)),
    dateSystem,
  };
  return planColumns(mapped, sheet, mergeEvidence(evidence));
}

const optionsOf = (...columns: Column[]) => planOf(columns).plan.columns[0]?.options;

describe('how a column of dates is read', () => {
  test('follows the one row that shows the order of day and month', () => {
    const cells = [...Array.from({ length: 50 }, () => '03/04/2024'), '25/04/2024'];
    expect(optionsOf({ field: 'purchase_date', cells })).toEqual({ dateSystem: 1900, dayMonthOrder: 'day-first' });
    expect(optionsOf({ field: 'last_seen', cells: ['04/25/2024 10:00'] })).toMatchObject({
      dayMonthOrder: 'month-first',
    });
  });

  test('stays open where no row shows it, and where rows contradict each other, which is asked about', () => {
    expect(optionsOf({ field: 'purchase_date', cells: ['03/04/2024', '05/05/2024'] })).toEqual({ dateSystem: 1900 });
    const { plan, open } = planOf([{ field: 'purchase_date', cells: ['25/04/2024', '04/25/2024', '04/26/2024'] }]);
    expect(plan.columns[0]?.options.dayMonthOrder).toBeUndefined();
    expect(open).toEqual([
      {
        columnIndex: 0,
        question: 'day_month_contradicts',
        count: 1,
        detail: '1 can only be read day first ("25/04/2024"), 2 only month first ("04/25/2024")',
      },
    ]);
  });

  test('keeps an order for each separator whose cells agree', () => {
    const { plan, open } = planOf([{ field: 'purchase_date', cells: ['25.04.2024', '04/25/2024', '03/04/2024'] }]);
    expect(plan.columns[0]?.options).toEqual({
      dateSystem: 1900,
      dayMonthOrderOf: { dots: 'day-first', slashes: 'month-first' },
    });
    expect(open).toEqual([]);
  });

  test('lets an answer settle the separator whose cells contradict each other, and leaves the other alone', () => {
    const cells = ['25.04.2024', '04/25/2024', '25/04/2024'];
    const { plan, open } = planOf([{ field: 'purchase_date', cells, cleansing: { dayMonthOrder: 'month-first' } }]);
    expect(plan.columns[0]?.options).toEqual({
      dateSystem: 1900,
      dayMonthOrder: 'month-first',
      dayMonthOrderOf: { dots: 'day-first' },
    });
    expect(open).toEqual([]);
    expect(optionsOf({ field: 'purchase_date', cells })).toEqual({
      dateSystem: 1900,
      dayMonthOrderOf: { dots: 'day-first' },
    });
  });

  test('takes slashes that write the month first for no sign of what dots do', () => {
    expect(optionsOf({ field: 'purchase_date', cells: ['04/25/2024', '03.04.2024'] })).toEqual({
      dateSystem: 1900,
      dayMonthOrder: 'month-first',
      dayMonthOrderOf: { dots: null },
    });
  });

  test("takes the workbook's date system, and the analyst's order before anything else", () => {
    const { plan, open } = planOf(
      [{ field: 'purchase_date', cells: ['25/04/2024', '04/25/2024'], cleansing: { dayMonthOrder: 'month-first' } }],
      '1904',
    );
    expect(plan.columns[0]?.options).toEqual({ dateSystem: 1904, dayMonthOrder: 'month-first' });
    expect(open).toEqual([]);
  });
});

describe('how a column of numbers is read', () => {
  test('takes no decimal mark for amounts from hundredths of others, only from finer ones', () => {
    const cost = { field: 'annual_cost', header: 'Cost' };
    expect(optionsOf({ ...cost, cells: ['4,0 k€', 'USD 27,500', '99,95 €'] })).toEqual({});
    expect(optionsOf({ ...cost, cells: ['12.500', '0.0834', '1,200.00'] })).toEqual({ decimalMark: '.' });
    expect(optionsOf({ ...cost, cells: ['12,500', '1.200,125'] })).toEqual({ decimalMark: ',' });
    expect(optionsOf({ ...cost, cells: ['1,200,500', '1.200.500'] })).toEqual({});
  });

  test('follows the decimal mark its texts show, unless they contradict', () => {
    const memory = { field: 'memory_gb', header: 'RAM (GB)' };
    expect(optionsOf({ ...memory, cells: ['1.024', '0,5'] })).toEqual({ unit: 'GB', decimalMark: ',' });
    const { plan, open } = planOf([{ ...memory, cells: ['1.024,5', '1,024.5', '1.024'] }]);
    expect(plan.columns[0]?.options).toEqual({ unit: 'GB' });
    expect(open).toMatchObject([{ question: 'decimal_marks_contradict', count: 1 }]);
    expect(optionsOf({ ...memory, cells: ['1.024'], cleansing: { decimalMark: '.', unit: 'MB' } })).toEqual({
      unit: 'MB',
      decimalMark: '.',
    });
  });

  test('leaves how long a cost is paid for to its header where only the currency was said', () => {
    const monthly = { field: 'annual_cost', header: 'Monthly Cost' };
    expect(optionsOf({ ...monthly, cleansing: { unit: 'EUR' } })).toEqual({ unit: 'EUR per month' });
    expect(optionsOf({ ...monthly, cleansing: { unit: 'EUR per year' } })).toEqual({ unit: 'EUR per year' });
    expect(optionsOf({ field: 'annual_cost', header: 'Cost', cleansing: { unit: 'EUR' } })).toEqual({ unit: 'EUR' });
  });

  test('takes its unit from the header, or from a column of one unit beside it', () => {
    const units = (...values: string[]): Column => ({
      field: null,
      header: 'Memory unit',
      profile: { distinct: values.length, frequent: values.map((value) => ({ value, count: 1 })) },
    });
    expect(optionsOf({ field: 'memory_gb', header: 'Memory' }, units('MB'))).toEqual({ unit: 'MB' });
    expect(optionsOf({ field: 'memory_gb', header: 'Memory GB' }, units('MB'))).toEqual({ unit: 'GB' });
    expect(optionsOf({ field: 'memory_gb', header: 'Memory' }, units('MB', 'n/a'))).toEqual({});
    expect(optionsOf({ field: 'memory_gb', header: 'Memory' })).toEqual({});
    expect(planOf([{ field: 'memory_gb', header: 'Memory' }, units('MB', 'GB')])).toMatchObject({
      plan: { columns: [{ options: {} }] },
      open: [{ question: 'unit_varies', detail: 'the column beside it says MB, GB' }],
    });
  });

  test('takes the unit from a row of units below the headers', () => {
    const units = (...samples: string[]) => ({ field: 'memory_gb', header: 'RAM', profile: { samples } });
    expect(optionsOf(units('MB', '16384'))).toEqual({ unit: 'MB' });
    expect(optionsOf({ ...units('MB', '16'), header: 'RAM (GB)' })).toEqual({ unit: 'GB' });
    expect(optionsOf(units('16384', 'MB'))).toEqual({});
    expect(optionsOf(units('MHz', '16384'))).toEqual({});
    expect(optionsOf(units('MB'))).toEqual({});
  });

  test('asks whether per cents that never leave 0 to 1 are shares of one', () => {
    const shares = { field: 'cpu_utilization_percent', profile: { minNumber: 0.1, maxNumber: 0.9 } };
    expect(planOf([shares]).open).toMatchObject([{ question: 'percent_scale' }]);
    expect(planOf([{ ...shares, cleansing: { unit: 'fraction' } }])).toMatchObject({
      plan: { columns: [{ options: { unit: 'fraction' } }] },
      open: [],
    });
    expect(planOf([{ ...shares, profile: { minNumber: 0.1, maxNumber: 75 } }]).open).toEqual([]);
  });
});

describe('where the cells of a column are split', () => {
  const separatorOf = (column: Column) => planOf([column]).plan.columns[0]?.separator;

  test('is the one separator they show, of a field that may repeat', () => {
    expect(separatorOf({ field: 'tags', profile: { multiValued: { ',': 3 } } })).toBe(',');
    expect(separatorOf({ field: 'technical_owner', profile: { multiValued: { ';': 3, ',': 9 } } })).toBe(';');
    expect(separatorOf({ field: 'storage_gb', profile: { multiValued: { '\n': 1 } } })).toBe('\n');
    expect(separatorOf({ field: 'tags' })).toBeNull();
  });

  test('is nowhere in prose, in fields that take one value, and in fields whose own rule reads lists', () => {
    for (const field of ['description', 'location', 'hostname', 'ip_address', 'operating_system'])
      expect([field, separatorOf({ field, profile: { multiValued: { ';': 3 } } })]).toEqual([field, null]);
    expect(separatorOf({ field: 'business_owner', profile: { multiValued: { ',': 3 } } })).toBeNull();
  });

  test('is asked about where they show several, and the analyst has the last word', () => {
    const column = { field: 'tags', profile: { multiValued: { ';': 3, ',': 2 } } };
    expect(planOf([column])).toMatchObject({
      plan: { columns: [{ separator: null }] },
      open: [{ question: 'several_separators', count: 2, detail: 'cells are split 3 by ";", 2 by ","' }],
    });
    expect(separatorOf({ ...column, cleansing: { separator: ';' } })).toBe(';');
    expect(separatorOf({ ...column, profile: { multiValued: { ';': 3 } }, cleansing: { separator: null } })).toBeNull();
    expect(separatorOf({ field: 'location', cleansing: { separator: '|' } })).toBe('|');
  });
});
