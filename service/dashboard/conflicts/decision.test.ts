import { expect, test } from '@jest/globals';
import type { TracedValue } from '#shared/schemas/asset.schema.ts';
import type { ConflictDetail } from '#shared/schemas/conflict.schema.ts';
import { choosableFields, countingRow, decisionOptions, requestOf } from './decision.ts';

const value = (row: number, text: string) => ({ value: text, row_number: row }) as TracedValue;
const side = (assetId: string | null, row: number, fields: Record<string, string[]>) => ({
  asset_id: assetId,
  values: Object.entries(fields).map(([field, texts]) => ({ field, values: texts.map((text) => value(row, text)) })),
});
const conflict = {
  version: 'v1',
  things: [{ name: 'web01' }, { name: 'db01' }],
  candidates: [
    { asset_id: 'ast_1', row_number: null, name: 'web01' },
    { asset_id: null, row_number: 7, name: 'other' },
  ],
  sides: [
    side(null, 1, { location: ['Bonn'], tags: ['a'], model: ['R640'] }),
    side(null, 2, { location: ['Ulm'], tags: ['a', 'b'], model: ['R640'] }),
    side('ast_1', 1, { location: ['Kiel'], model: ['R650'] }),
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

test('lets rows be chosen for fields in which the records differ, each once with all of its values', () => {
  const rows = choosableFields(conflict, null).map(({ field, options }) => [
    field,
    options.map(({ row, values }) => [row, values.length]),
  ]);
  expect(rows).toEqual([
    [
      'location',
      [
        [1, 1],
        [2, 1],
      ],
    ],
    [
      'tags',
      [
        [1, 1],
        [2, 2],
      ],
    ],
  ]);
});

test('lets the value of the asset be kept that the records are merged into, where it differs', () => {
  const rows = choosableFields(conflict, 'ast_1').map(({ field, options }) => [field, options.map(({ row }) => row)]);
  expect(rows).toEqual([
    ['location', [1, 2, null]],
    ['model', [1, 2, null]],
    ['tags', [1, 2]],
  ]);
});

test('sends no choice that the asset merged into does not offer', () => {
  const [into, anew] = decisionOptions(conflict);
  const rows = new Map([['model', null]]);
  expect(into && requestOf(into, rows, conflict)).toMatchObject({ fields: { model: null } });
  expect(anew && requestOf(anew, rows, conflict)).not.toHaveProperty('fields');
});

test('sends chosen rows only with a merge', () => {
  const [into, , separate] = decisionOptions(conflict);
  const rows = new Map([['location', 2]]);
  expect(into && requestOf(into, rows, conflict)).toEqual({
    action: 'merge',
    version: 'v1',
    asset_id: 'ast_1',
    fields: { location: 2 },
  });
  expect(separate && requestOf(separate, rows, conflict)).toEqual({ action: 'separate', version: 'v1' });
});

test('the value that counts unless another is chosen is the first, or what the decision would leave', () => {
  const [location] = choosableFields(conflict, 'ast_1');
  if (location === undefined) throw new Error('Location differs.');
  const written = (kind: 'created' | 'updated', after: TracedValue[]) => ({
    kind,
    changes: after.length === 0 ? [] : [{ field: 'location', before: [], after }],
  });
  expect(countingRow(location, undefined)).toBe(1);
  expect(countingRow(location, written('created', [value(2, 'Ulm')]))).toBe(2);
  expect(countingRow(location, written('updated', []))).toBeNull();
});
