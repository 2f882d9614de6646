import { expect, test } from '@jest/globals';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { changedElsewhere } from './changed-elsewhere.ts';

const column = (id: string, of: Partial<FieldMapping>): FieldMapping =>
  ({ id, source_field: id, status: 'suggested', target_field: 'model', value_mappings: null, ...of }) as FieldMapping;

const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => column(id, {}));

test('names the columns that others decided on, with what they are now', () => {
  const now = [
    column('a', { status: 'approved', target_field: 'serial_number' }),
    column('b', { status: 'rejected' }),
    column('c', { is_secondary: true }),
    column('d', { confidence_score: 0.5 }),
    ...before.slice(4),
  ];
  expect(changedElsewhere(before, now, new Map([['b', 'Serial (2)']]))).toEqual([
    'a approved as Serial number',
    'Serial (2) left out',
    'c not decided, suggested as Model',
  ]);
});

test('names the first few of many, and counts the others', () => {
  const now = before.map(({ id }) => column(id, { status: 'rejected' }));
  expect(changedElsewhere(before, now, new Map()).slice(-2)).toEqual(['e left out', '2 more columns']);
  expect(changedElsewhere(before, before, new Map())).toEqual([]);
});
