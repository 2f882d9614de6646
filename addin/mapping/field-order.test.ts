import { expect, test } from '@jest/globals';
import { doubledTargets } from '#shared/doubled-targets.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { fieldOrder, goFirst } from './field-order.ts';
import { columnNames } from './review-state.ts';

const fields = [
  { name: 'memory_gb', repeatable: false },
  { name: 'description', repeatable: true },
];

const column = (source_field: string, of: Partial<FieldMapping> = {}): FieldMapping =>
  ({
    id: source_field,
    source_field,
    target_field: 'memory_gb',
    status: 'suggested',
    is_secondary: false,
    match_type: 'alias',
    reasons: [],
    ...of,
  }) as unknown as FieldMapping;

function ordersOf(all: readonly FieldMapping[], isApproved = false) {
  const doubled = doubledTargets(all, fields);
  return all.map((one) => fieldOrder(one, { all, names: columnNames(all), fields, doubled, isApproved }));
}

const second = { is_secondary: true, reasons: [{ signal: 'secondary', contribution: 0, text: '' }] };

test('a column that has its field alone, or without a field, says nothing', () => {
  expect(
    ordersOf([column('RAM'), column('Size', { status: 'rejected' }), column('x', { target_field: null })]),
  ).toEqual([null, null, null]);
});

test('the first column says what fills in, the second why it does', () => {
  expect(ordersOf([column('RAM'), column('Size', second)])).toEqual([
    { text: 'Goes first. Size fills in where it is empty.', act: null },
    {
      text: 'RAM goes first, as it fits Memory GB at least as well. This column fills in where it is empty.',
      act: 'go_first',
    },
  ]);
  expect(ordersOf([column('RAM'), column('Size', { is_secondary: true, match_type: 'manual' })])[1]?.text).toBe(
    'RAM goes first. This column fills in where it is empty.',
  );
});

test('two that both go first are asked to part, approved or not', () => {
  expect(ordersOf([column('RAM'), column('Size')])[0]).toEqual({
    text: 'Memory GB takes one column, and Size is for it too. Let one fill in where the other is empty.',
    act: 'fill_in',
  });
  const approved = { status: 'approved' as const };
  expect(ordersOf([column('RAM', approved), column('Size', approved)])[1]).toMatchObject({ act: 'fill_in' });
});

test('of a field that may have several values all are kept', () => {
  const notes = { target_field: 'description' };
  expect(ordersOf([column('Notes', notes), column('Comment', notes)])[1]).toEqual({
    text: 'Description may have several values: those of Notes and Comment are kept, in this order.',
    act: null,
    isAside: true,
  });
});

test('once all was approved, what was not shares nothing', () => {
  expect(ordersOf([column('RAM', { status: 'approved' }), column('Size', second)], true)).toEqual([null, null]);
});

test('going first makes the others fill in and decides on none of them', () => {
  const all = [column('RAM', { status: 'approved' }), column('Size', second), column('Other', second)];
  expect(goFirst(all[1] as FieldMapping, all)).toEqual([
    { id: 'Size', is_secondary: false, status: 'suggested' },
    { id: 'RAM', is_secondary: true, status: 'approved' },
  ]);
});
