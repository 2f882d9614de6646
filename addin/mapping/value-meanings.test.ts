import { expect, test } from '@jest/globals';
import type { ValueMapping } from '#shared/schemas/field-mapping.schema.ts';
import { isOpenValue } from '#shared/open-value.ts';
import { valueLines, valueQuestions } from './value-meanings.ts';

const value = (part: Partial<ValueMapping>): ValueMapping => ({
  value: 'A',
  count: 1,
  target_value: null,
  confidence_score: 0,
  reason: '',
  needs_decision: false,
  decided_by: null,
  remembered: null,
  ...part,
});
const guess = { target_value: 'critical', needs_decision: true };

test('asks for the meaning of values that have none, or one that is only guessed and that nobody approved', () => {
  const asked = (...parts: Partial<ValueMapping>[]) => valueQuestions({ value_mappings: parts.map(value) });
  expect(asked({ value: 'Recette', count: 41 }, { value: 'decomm', ...guess, count: 52 })).toEqual([
    'Say what "Recette" means, or its 41 cells stay empty.',
    'Confirm what "decomm" means, or its 52 cells stay empty.',
  ]);
  expect(asked({ value: 'B', ...guess, count: 3 }, { value: 'C', ...guess, count: 4 })).toEqual([
    'Confirm what 2 values mean, or their 7 cells stay empty.',
  ]);
  expect(asked({ value: 'B' })).toEqual(['Say what "B" means, or its 1 cell stays empty.']);
  expect(asked({ target_value: 'critical' }, { ...guess, needs_decision: false, decided_by: 'Ana' })).toEqual([]);
});

test('what counts as blank is no question', () => {
  expect(isOpenValue(value({ value: 'n/a', confidence_score: 1 }))).toBe(false);
});

test('spellings that differ by case alone share a line as long as they mean the same', () => {
  const active = { target_value: 'in_use', confidence_score: 0.9 };
  const lines = (...parts: Partial<ValueMapping>[]) =>
    valueLines(parts.map(value)).map((line) => line.map((one) => one.value));
  expect(lines({ value: 'Active', ...active }, { value: 'Live', ...active }, { value: 'active', ...active })).toEqual([
    ['Active', 'active'],
    ['Live'],
  ]);
  expect(lines({ value: 'Active', ...active }, { value: 'active' })).toEqual([['Active'], ['active']]);
});
