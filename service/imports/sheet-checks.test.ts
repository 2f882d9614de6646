import { expect, test } from '@jest/globals';
import { ProblemList } from './problem-list.ts';
import { checkRows } from './sheet-checks.ts';

test.each([
  [['a', 'b'], ['x'], 'This row has 1 cell, the header has 2. Fill up or cut the row.'],
  [['a'], ['x', 'y'], 'This row has 2 cells, the header has 1. Fill up or cut the row.'],
  [['a'], [], 'This row has 0 cells, the header has 1. Fill up or cut the row.'],
])('a row of another length is told with its count: %j under %j', (headers, cells, message) => {
  const problems = new ProblemList();
  checkRows({ rows: [cells], headers, field: 'rows', firstRow: 1 }, problems);
  expect(() => problems.throwIfAny()).toThrow(message);
});
