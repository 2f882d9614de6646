import { expect, test } from '@jest/globals';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { beforeApproval } from './before-approval.ts';

const fields = [
  { name: 'hostname', repeatable: false },
  { name: 'memory_gb', repeatable: false },
];
const mapping = (given: Partial<FieldMapping>): FieldMapping =>
  ({
    id: 'map',
    status: 'approved',
    is_secondary: false,
    cleansing: null,
    cleansing_questions: [],
    ...given,
  }) as FieldMapping;

test('nothing is said where all is decided', () => {
  expect(beforeApproval([mapping({ target_field: 'hostname' })], fields)).toEqual([]);
});

test('tells of a missing name, a doubled field, suggestions left and questions open', () => {
  const unit = { choice: 'unit' as const, example: '16', separators: [], units: ['MB'] };
  expect(
    beforeApproval(
      [
        mapping({ target_field: 'memory_gb', cleansing_questions: [unit] }),
        mapping({ target_field: 'memory_gb' }),
        mapping({ target_field: 'hostname', status: 'suggested' }),
        mapping({ target_field: null, status: 'suggested' }),
      ],
      fields,
    ),
  ).toEqual([
    { text: 'Two columns are approved for one field that takes one.', group: null },
    { text: 'No approved column says which thing a row is about: no assets will come of it.', group: null },
    { text: '1 suggestion not decided on, to be left out.', group: 'review' },
    { text: '1 approved column with a question nobody answered.', group: null },
  ]);
});
