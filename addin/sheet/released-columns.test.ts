import { expect, test } from '@jest/globals';
import { columnFacts, type ColumnFacts } from './column-facts.ts';
import { NONE_RELEASED, withheldOf, withTick } from './released-columns.ts';

const columnsOf = (...headers: string[]): ColumnFacts[] => columnFacts(headers, []);
const before = columnsOf('Name', 'Token', 'Password');

test('a secret column is withheld until it is ticked, and again once the tick is taken back', () => {
  expect([...withheldOf(before, NONE_RELEASED)]).toEqual([1, 2]);
  const ticked = withTick(before, NONE_RELEASED, { index: 1, isTicked: true });
  expect([...withheldOf(before, ticked)]).toEqual([2]);
  expect([...withheldOf(before, withTick(before, ticked, { index: 1, isTicked: false }))]).toEqual([1, 2]);
});

test.each([
  ['moved up', columnsOf('Token', 'Password'), [0, 1]],
  ['were renamed', columnsOf('Name', 'Secret', 'Password'), [1, 2]],
])('no tick counts for columns that %s since', (_what, after, withheld) => {
  const ticked = withTick(before, NONE_RELEASED, { index: 1, isTicked: true });
  expect([...withheldOf(after, ticked)]).toEqual(withheld);
});

test('of two columns with one header, the second does not take the tick of the first when that is gone', () => {
  const doubled = columnsOf('Name', 'Token', 'Token');
  const ticked = withTick(doubled, NONE_RELEASED, { index: 1, isTicked: true });
  expect([...withheldOf(columnsOf('Name', 'Token'), ticked)]).toEqual([1]);
});
