import { describe, expect, test } from '@jest/globals';
import { doubledTargets } from '#shared/doubled-targets.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { alsoConsidered, columnNames, columnsByField, groupOf, missingFields, readyToApprove } from './review-state.ts';

function mapping(overrides: Partial<FieldMapping>): FieldMapping {
  return {
    id: 'm',
    column_index: 0,
    source_field: 'Name',
    target_field: 'asset_name',
    is_secondary: false,
    confidence_score: 0.9,
    status: 'suggested',
    match_type: 'alias',
    reasons: [],
    samples: ['web01'],
    candidates: [],
    suggested_by: 'engine',
    decided_by: null,
    decided_at: null,
    rejection_reason: null,
    memory_id: null,
    value_mappings: null,
    cleansing: null,
    readings: [],
    cleansing_questions: [],
    values_unlisted: 0,
    ...overrides,
  };
}

describe('a mapping under review', () => {
  test.each([
    [mapping({}), 'ready'],
    [mapping({ confidence_score: 0.79 }), 'review'],
    [mapping({ target_field: null, confidence_score: 0 }), 'unmapped'],
    [mapping({ status: 'rejected' }), 'left_out'],
    [mapping({ status: 'approved', confidence_score: 0.1 }), 'approved'],
  ] as const)('belongs to one group', (one, group) => {
    expect(groupOf(one, { threshold: 0.8 })).toBe(group);
  });

  test('is not ready while it asks something, and is once it is answered', () => {
    const asking = mapping({
      cleansing_questions: [
        {
          choice: 'day_month_order',
          example: '03/04/2024',
          separators: [],
          units: [],
          evidence: [],
          is_answered: false,
        },
      ],
    });
    expect(groupOf(asking, { threshold: 0.8 })).toBe('review');
    expect(readyToApprove([asking], 0.8)).toEqual([]);
    expect(groupOf({ ...asking, cleansing: { day_month_order: 'day-first' } }, { threshold: 0.8 })).toBe('ready');
    expect(groupOf({ ...asking, status: 'approved' }, { threshold: 0.8 })).toBe('approved');
  });

  test('is not ready while a value of it has no meaning, and is once somebody said so or left it empty', () => {
    const value = {
      value: 'Recette',
      count: 41,
      target_value: null,
      confidence_score: 0,
      reason: '',
      needs_decision: false,
      decided_by: null,
      remembered: null,
    };
    const asking = mapping({ value_mappings: [value] });
    expect(groupOf(asking, { threshold: 0.8 })).toBe('review');
    expect(readyToApprove([asking], 0.8)).toEqual([]);
    const meant = mapping({ value_mappings: [{ ...value, target_value: 'test', decided_by: 'Ana' }] });
    const empty = mapping({ value_mappings: [{ ...value, decided_by: 'Ana' }] });
    expect([meant, empty].map((one) => groupOf(one, { threshold: 0.8 }))).toEqual(['ready', 'ready']);
    const guessed = mapping({ value_mappings: [{ ...value, target_value: 'test', needs_decision: true }] });
    expect(groupOf(guessed, { threshold: 0.8 })).toBe('review');
  });

  test('is not ready while the column has no values, however sure its field is', () => {
    expect(groupOf(mapping({ samples: [] }), { threshold: 0.8 })).toBe('review');
    expect(readyToApprove([mapping({ samples: [] })], 0.8)).toEqual([]);
  });

  test('is left out once all was approved without it', () => {
    expect(groupOf(mapping({}), { threshold: 0.8, isOpen: false })).toBe('left_out');
    expect(groupOf(mapping({ target_field: null }), { threshold: 0.8, isOpen: false })).toBe('left_out');
    expect(missingFields([mapping({})], [{ name: 'asset_name', critical: true }], false)).toEqual(['asset_name']);
  });

  test('is approved in bulk only while nobody decided on it', () => {
    const open = mapping({ id: 'open' });
    expect(
      readyToApprove(
        [open, mapping({ status: 'approved' }), mapping({ status: 'rejected' }), mapping({ confidence_score: 0.5 })],
        0.8,
      ),
    ).toEqual([open]);
  });

  test('names few other fields, and only such as are worth considering', () => {
    const scores = { asset_name: 0.9, hostname: 0.4, fqdn: 0.2, asset_tag: 0.05, description: 0.049, tags: 0 };
    const candidates = Object.entries(scores).map(([target_field, confidence_score]) => ({
      target_field,
      confidence_score,
    }));
    const considered = (overrides: Partial<FieldMapping>) =>
      alsoConsidered(mapping({ candidates, ...overrides })).map((one) => one.target_field);
    expect(considered({})).toEqual(['hostname', 'fqdn', 'asset_tag']);
    expect(considered({ target_field: null })).toEqual(['asset_name', 'hostname', 'fqdn']);
    expect(considered({ candidates: candidates.slice(-2) })).toEqual([]);
  });

  test('counts as missing or doubled by the catalogue', () => {
    const fields = [
      { name: 'asset_name', critical: true, repeatable: false },
      { name: 'ip_address', critical: true, repeatable: true },
    ];
    expect(missingFields([mapping({ status: 'rejected' })], fields)).toEqual(['asset_name', 'ip_address']);
    const both = [mapping({ status: 'approved' }), mapping({ status: 'approved', source_field: 'Host' })];
    expect(doubledTargets(both, fields)).toEqual(new Map([['asset_name', both]]));
    expect(
      doubledTargets(
        both.map((one) => ({ ...one, target_field: 'ip_address' })),
        fields,
      ).size,
    ).toBe(0);
  });

  test('is called as its column is stored, and named at the field it has', () => {
    const columns = ['IP', '', 'IP', 'Owner'].map((source_field, index) =>
      mapping({
        id: `m${index}`,
        source_field,
        target_field: source_field === 'IP' ? 'ip_address' : null,
        status: index === 3 ? 'rejected' : 'suggested',
      }),
    );
    const names = columnNames(columns);
    expect([...names.values()]).toEqual(['IP', 'Column 2', 'IP (2)', 'Owner']);
    const spaced = [' Owner', 'Owner', 'Owner ', 'IP  Address'].map((source_field, at) =>
      mapping({ id: `m${at}`, source_field }),
    );
    expect([...columnNames(spaced).values()]).toEqual([
      'Owner (spaces before)',
      'Owner',
      'Owner (spaces after)',
      'IP  Address',
    ]);
    expect(columnsByField(columns, names)).toEqual(new Map([['ip_address', ['IP', 'IP (2)']]]));
  });
});
