import { expect, test } from '@jest/globals';
import type { TracedValue } from '#shared/schemas/asset.schema.ts';
import type { ConflictDetail } from '#shared/schemas/conflict.schema.ts';
import { choosableFields, decisionOptions, requestOf } from './decision.ts';

const value = (importId: string, row: number, text: string) =>
  ({ value: text, raw: text, data_import_id: importId, row_number: row }) as TracedValue;
const conflict = {
  row_numbers: [1, 2],
  things: [{ name: 'web01' }, { name: 'db01' }],
  candidates: [
    { asset_id: 'ast_1', row_number: null, name: 'web01' },
    { asset_id: null, row_number: 7, name: 'other' },
  ],
  origin: { data_import_id: 'imp_2' },
  differing: [
    { field: 'location', options: [value('imp_2', 1, 'Bonn'), value('imp_2', 2, 'Ulm'), value('imp_1', 1, 'Kiel')] },
    { field: 'model', options: [value('imp_2', 1, 'R640'), value('imp_1', 1, 'R650')] },
  ],
} as ConflictDetail;

test('offers every asset the records may be, a new one, several, or none', () => {
  expect(decisionOptions(conflict).map(({ id }) => id)).toEqual(['merge ast_1', 'merge', 'separate', 'leave_out']);
  expect(decisionOptions({ ...conflict, things: conflict.things.slice(1) }).map(({ id }) => id)).toEqual([
    'merge ast_1',
    'merge',
    'leave_out',
  ]);
});

test('lets only rows be chosen whose records differ, and sends them only with a merge', () => {
  expect(choosableFields(conflict).map(({ field, options }) => [field, options.length])).toEqual([['location', 2]]);
  const [into, , separate] = decisionOptions(conflict);
  const rows = new Map([['location', 2]]);
  expect(into && requestOf(into, rows)).toEqual({ action: 'merge', asset_id: 'ast_1', fields: { location: 2 } });
  expect(separate && requestOf(separate, rows)).toEqual({ action: 'separate' });
});
