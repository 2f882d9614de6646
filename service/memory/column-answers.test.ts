import { expect, test } from '@jest/globals';
import type { ValueDecision } from '../models/import-field-mapping.model.ts';
import { answersOf, withAnswers } from './column-answers.ts';

const said = (value: string, target_value: string | null): ValueDecision => ({
  value,
  target_value,
  decided_by: 'ana',
  decided_at: new Date(0),
});
const none = (target_field: string | null) => ({ target_field, value_decisions: [], cleansing: null });

test('answers hold under the field they were given for, and those under another one are kept for it', () => {
  const column = { target_field: 'environment', answers: [] };
  const decided = { value_decisions: [said('PRD', 'sandbox')] };
  const answers = withAnswers(column, 'environment', decided);
  const other = { target_field: 'memory_gb', answers: withAnswers({ ...column, answers }, 'memory_gb', gb) };
  expect(answersOf(other)).toEqual({ ...none('memory_gb'), ...gb });
  expect(answersOf({ ...other, target_field: 'storage_gb' })).toEqual(none('storage_gb'));
  expect(answersOf({ ...other, target_field: 'environment' })).toEqual({ ...none('environment'), ...decided });
});

const gb = { cleansing: { unit: 'GB' } };

test('answers of an import from before they were kept by field are those of the field it has, as far as that takes them', () => {
  const value_decisions = [said('PRD', 'production'), said('?', null), said('Live', 'operate')];
  const column = { target_field: 'environment', value_decisions, ...gb };
  expect(answersOf(column)).toEqual({ ...none('environment'), value_decisions: value_decisions.slice(0, 2), ...gb });
  expect(answersOf({ ...column, target_field: 'hostname' }).value_decisions).toEqual([]);
  const answers = withAnswers(column, 'lifecycle_stage', {});
  expect(answersOf({ target_field: 'lifecycle_stage', answers, value_decisions })).toEqual(none('lifecycle_stage'));
  expect(answersOf({ target_field: 'environment', answers }).value_decisions).toHaveLength(2);
});
