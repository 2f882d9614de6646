import { expect, test } from '@jest/globals';
import type { MappingSuggestion } from '../mapping/mapping-engine.ts';
import { answersOf } from './column-answers.ts';
import type { RememberedColumn } from './remembered-column.ts';
import type { ColumnAnswers, ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { answersWith, byId } from './suggestion-fields.ts';

const memory = byId(
  [
    { id: 'in_gb', cleansing: { unit: 'GB' } },
    { id: 'in_mb', cleansing: { unit: 'MB' } },
  ].map((entry) => entry as unknown as RememberedColumn),
);

function suggestedAnew(before: Partial<ColumnAnswers>, targetField: string, memoryId: string | null) {
  const answers = [{ target_field: 'memory_gb', value_decisions: [], cleansing: null, ...before }];
  const mapping = { target_field: 'memory_gb', memory_id: 'in_gb', answers } as unknown as ImportFieldMappingDocument;
  const after = answersWith({ targetField, memoryId } as MappingSuggestion, mapping, memory);
  return answersOf({ target_field: targetField, answers: after });
}

test('a column that is suggested anew has the answer of its new entry, or the one a person gave under the same field', () => {
  const remembered = { cleansing: { unit: 'GB' } };
  expect(suggestedAnew(remembered, 'memory_gb', 'in_mb').cleansing).toEqual({ unit: 'MB' });
  expect(suggestedAnew(remembered, 'memory_gb', null).cleansing).toBeNull();
  expect(suggestedAnew({ cleansing: { unit: 'KB' } }, 'memory_gb', 'in_mb').cleansing).toEqual({ unit: 'KB' });
  expect(suggestedAnew({}, 'memory_gb', 'in_mb').cleansing).toBeNull();
});

test('a column that is suggested for another field has none of the answers given under the one before', () => {
  const value_decisions = [{ value: 'PRD', target_value: 'sandbox', decided_by: 'ana', decided_at: new Date(0) }];
  const given = { target_field: 'environment', value_decisions };
  expect(suggestedAnew(given, 'lifecycle_stage', null).value_decisions).toEqual([]);
  expect(suggestedAnew(given, 'environment', null).value_decisions).toEqual(value_decisions);
  expect(suggestedAnew({ cleansing: { unit: 'GB' } }, 'storage_gb', 'in_mb').cleansing).toEqual({ unit: 'MB' });
});
