import { expect, test } from '@jest/globals';
import { columnStanding } from './column-standing.ts';

test.each([
  ['approved', 'hostname', 'approved', 'approved'],
  ['rejected', 'hostname', 'left_out', 'left_out'],
  ['suggested', null, 'unmapped', 'left_out'],
  ['suggested', 'hostname', 'suggested', 'left_out'],
] as const)('a column that is %s for %s is %s, and once all were approved %s', (status, field, before, after) => {
  const mapping = { status, target_field: field };
  expect([false, true].map((isApproved) => columnStanding(mapping, { isApproved }))).toEqual([before, after]);
});
