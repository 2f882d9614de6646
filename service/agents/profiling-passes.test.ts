import { expect, test } from '@jest/globals';
import { buildInput } from '#test/builders/agent-inputs.ts';
import { dataValidation } from './data-validation/data-validation.agent.ts';
import { rowRanges } from './row-ranges.ts';

function passesOver(totalRecords: number, partitionRows: number): [name: string, weight: number][] {
  const input = buildInput(['Server Name'], []);
  const sheet = { ...input, facts: { ...input.facts, totalRecords } };
  return dataValidation
    .passes(sheet, rowRanges(totalRecords, partitionRows))
    .map(({ name, weight = 1 }) => [name, weight]);
}

test('the first rows are read before the others, where there are others, and count as what they are of all', () => {
  expect(passesOver(100_000, 1_000_000)).toEqual([['all-rows', 1]]);
  expect(passesOver(100_000, 40_000)).toEqual([
    ['first-rows', 0.4],
    ['all-rows', 1],
  ]);
  expect(passesOver(100, 40)).toEqual([
    ['first-rows', 0.4],
    ['all-rows', 1],
  ]);
});
