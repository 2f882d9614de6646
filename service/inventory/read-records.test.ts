import { expect, test } from '@jest/globals';
import type { ColumnPlan } from '../cleansing/cleansing-plan.ts';
import { createRecordReader } from './read-records.ts';

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
