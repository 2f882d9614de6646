import { expect, test } from '@jest/globals';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { decisionNews } from './decision-news.ts';

const column = (id: string, status: FieldMapping['status'], field: string | null) =>
  ({ id, source_field: id, status, target_field: field }) as FieldMapping;

const names = new Map([['b', 'Serial (2)']]);
const before = [column('a', 'suggested', 'hostname'), column('b', 'suggested', 'serial_number')];

test.each([
  [
    'an approval',
    [before[0], column('b', 'approved', 'serial_number')],
    'Serial (2) approved as Serial number, 1 of 2',
  ],
  ['another field', [before[0], column('b', 'approved', 'model')], 'Serial (2) approved as Model, 1 of 2'],
  ['a column left out', [column('a', 'rejected', 'hostname'), before[1]], 'a left out'],
  ['several', [column('a', 'approved', 'hostname'), column('b', 'approved', 'model')], '2 columns approved, 2 of 2'],
  ['a better suggestion', [column('a', 'suggested', 'fqdn'), before[1]], null],
  ['nothing', before, null],
])('%s is told in words', (_what, now, words) => {
  expect(decisionNews(before, now as FieldMapping[], names)).toBe(words);
});

test('another column that goes first is told', () => {
  const of = (first: string) => before.map((one) => ({ ...one, is_secondary: one.id !== first }));
  expect(decisionNews(of('a'), of('b'), names)).toBe('Serial (2) goes first for Serial number');
});

test('a decision that is taken back is told', () => {
  const decided = [column('a', 'approved', 'hostname'), column('b', 'rejected', null)];
  expect(decisionNews(decided, [decided[0], before[1]] as FieldMapping[], names)).toBe('Decision on Serial (2) undone');
});
