import { expect, test } from '@jest/globals';
import { targetFields } from '#shared/target-fields.ts';
import type { ColumnPlan } from '../cleansing/cleansing-plan.ts';
import { createRecordReader, identifyingPlan } from './read-records.ts';

const column = (columnIndex: number, field: string, fieldType: ColumnPlan['fieldType']): ColumnPlan => ({
  columnIndex,
  field,
  fieldType,
  isSecondary: false,
  options: { unit: 'GB' },
  separator: null,
  valueDecisions: [],
});

test('columns that say the same of a field say it once, but two disks of one size are two', () => {
  const read = createRecordReader({
    dataImportId: 'imp',
    plan: {
      rules: '',
      columns: [
        column(0, 'business_owner', 'string'),
        column(1, 'business_owner', 'string'),
        column(2, 'storage_gb', 'number'),
        column(3, 'storage_gb', 'number'),
      ],
    },
    sheet: { sheetName: null, nameHeader: null },
    components: null,
  });
  const { values } = read(1, ['Bob', 'Bob', '100', '100']);
  expect(values['business_owner']).toMatchObject([{ value: 'Bob', column_index: 0 }]);
  expect(values['storage_gb']?.map(({ value }) => value)).toEqual([100, 100]);
});

/** Something that every field can be read from, whatever its type. */
const SAID = ['on-premises', '4', 'yes', 'Java 8', '10.0.0.1', '2024-01-01', 'production', 'on'];
const BASES: readonly Readonly<Record<string, string>>[] = [
  {},
  { asset_name: 'Payroll' },
  { asset_name: 'Payroll', host_server: 'esx01' },
  { asset_name: 'Payroll', host_server: 'esx01', database_type: 'Oracle 19c' },
  { asset_name: 'Payroll', host_server: 'esx01', database_type: 'Oracle 19c', model: 'm5.large' },
];

test.each(BASES)(
  'the first pass takes a record for the same thing as the second, whatever else it says: %j',
  (base) => {
    for (const { name, type } of targetFields) {
      const fields = [...Object.keys(base).filter((field) => field !== name), name];
      const plan = {
        rules: '',
        columns: fields.map((field, at) => column(at, field, field === name ? type : 'string')),
      };
      const reading = { dataImportId: 'imp', sheet: { sheetName: null, nameHeader: null }, components: null };
      const whole = createRecordReader({ ...reading, plan });
      const first = createRecordReader({ ...reading, plan: identifyingPlan(plan) });
      for (const said of SAID) {
        const cells = fields.map((field) => (field === name ? said : (base[field] ?? null)));
        const [one, other] = [first(1, cells), whole(1, cells)];
        expect([name, said, one.classification, one.keys]).toEqual([name, said, other.classification, other.keys]);
      }
    }
  },
);
