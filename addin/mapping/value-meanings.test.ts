import { expect, test } from '@jest/globals';
import type { ValueMapping } from '#shared/schemas/field-mapping.schema.ts';
import { openValuesText } from './value-meanings.ts';

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

test('cells stay empty whose values have no meaning, or one that is only guessed and that nobody approved', () => {
  const said = (...parts: Partial<ValueMapping>[]) => openValuesText({ value_mappings: parts.map(value) });
  expect(said({ count: 2 }, { ...guess, count: 3 }, { ...guess, count: 4 })).toBe(
    '1 value without a meaning yet: 2 cells stay empty. 2 values with a guessed meaning that nobody approved: 7 cells stay empty.',
  );
  expect(said({ target_value: 'critical' }, { ...guess, needs_decision: false, decided_by: 'Ana' })).toBe('');
});
