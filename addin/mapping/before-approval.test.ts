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
    source_field: 'Name',
    value_mappings: null,
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
  const unit = {
    choice: 'unit' as const,
    example: '16',
    separators: [],
    units: ['MB'],
    evidence: [],
    is_answered: false,
  };
  expect(
    beforeApproval(
      [
        mapping({ id: 'a', source_field: 'RAM', target_field: 'memory_gb', cleansing_questions: [unit] }),
        mapping({ id: 'b', source_field: 'Size', target_field: 'memory_gb' }),
        mapping({ target_field: 'hostname', status: 'suggested' }),
        mapping({ target_field: null, status: 'suggested' }),
      ],
      fields,
    ),
  ).toEqual([
    {
      text: 'RAM and Size are approved for Memory GB, which takes one column: say which fills in only.',
      group: null,
    },
    { text: 'No approved column says which thing a row is about: no assets will come of it.', group: null },
    { text: '1 suggestion not decided on, to be left out.', group: 'review' },
    { text: '1 approved column with a question nobody answered.', group: null },
  ]);
});

test('says once to reload a pane that does not know what is asked', () => {
  const later = { choice: 'later', example: '', separators: [], units: [], evidence: [] };
  const given = { cleansing_questions: [later] } as unknown as Partial<FieldMapping>;
  const columns = ['hostname', 'memory_gb'].map((target_field) => mapping({ ...given, target_field }));
  expect(beforeApproval(columns, fields)).toEqual([
    { text: 'The service asks more of the columns than this pane can show. Reload the pane.', group: null },
  ]);
});

test('names the approved columns whose cells stay empty, as their values have no meaning', () => {
  const open = (source_field: string, count: number) =>
    mapping({
      id: source_field,
      source_field,
      target_field: 'environment',
      value_mappings: [
        {
          value: 'Recette',
          count,
          target_value: null,
          confidence_score: 0,
          reason: '',
          needs_decision: false,
          decided_by: null,
          remembered: null,
        },
      ],
    });
  const said = (...columns: FieldMapping[]) =>
    beforeApproval([mapping({ target_field: 'hostname' }), ...columns], fields).map(({ text }) => text);
  expect(said(open('Environnements', 62))).toEqual([
    '62 cells of Environnements stay empty: their values have no meaning yet.',
  ]);
  expect(said(open('A', 1))).toEqual(['1 cell of A stays empty: its value has no meaning yet.']);
  expect(said(...['A', 'B', 'C', 'D', 'E'].map((name) => open(name, 2)))).toEqual([
    '10 cells of A, B, C and 2 more columns stay empty: their values have no meaning yet.',
  ]);
});
