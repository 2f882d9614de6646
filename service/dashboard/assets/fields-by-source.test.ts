import { expect, test } from '@jest/globals';
import type { AssetDetail } from '#shared/schemas/asset.schema.ts';
import { fieldsBySource } from './fields-by-source.ts';

const from = (month: number, value: string) => ({
  value,
  data_import_id: `imp_${month}`,
  filename: `servers-${month}.csv`,
  sheet_name: 'Servers',
});

test('values stand under the file they came from, which is named once', () => {
  const fields = [
    { field: 'environment', values: [from(11, 'test')] },
    { field: 'ip_address', values: [from(11, '10.0.0.1'), from(11, '10.0.0.2'), from(10, '10.0.0.9')] },
    { field: 'location', values: [from(10, 'Bonn')] },
  ] as unknown as AssetDetail['values'];
  expect(
    fieldsBySource(fields).map(({ filename, fields: said }) => [
      filename,
      said.map(({ field, values }) => [field, values.length]),
    ]),
  ).toEqual([
    [
      'servers-11.csv',
      [
        ['environment', 1],
        ['ip_address', 2],
      ],
    ],
    [
      'servers-10.csv',
      [
        ['ip_address', 1],
        ['location', 1],
      ],
    ],
  ]);
});
