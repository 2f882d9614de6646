import { expect, test } from '@jest/globals';
import { impactOfWithdrawal, learnedFromImport } from './withdrawal-impact.ts';

const nothing = {
  data_import_id: 'imp_1',
  assets_removed: 0,
  assets_restored: 0,
  values_restored: 0,
  values_are_exact: true,
  edges: 0,
  findings: 0,
  raw_kept_days: null,
  learned_mappings: 0,
  learned_decisions: 0,
};

const onlyBy = 'Only importing the sheet again brings back what is taken away.';

test('withdrawing names each effect in numbers', () => {
  const preview = { ...nothing, assets_removed: 321, assets_restored: 2, values_restored: 5, edges: 284, findings: 1 };
  expect(impactOfWithdrawal({ ...preview, values_are_exact: false, raw_kept_days: 90 })).toEqual([
    '321 assets that only this import contains are removed.',
    '2 assets stay as other imports have them; at least 5 values of those change back.',
    'Dependencies are worked out again from the imports that stay.',
    'The findings of this import go.',
    'The raw records stay stored for 90 days, then they are removed.',
    onlyBy,
  ]);
});

test('withdrawing says nothing of what it does not touch', () => {
  expect(impactOfWithdrawal({ ...nothing, assets_removed: 1, findings: 1 })).toEqual([
    '1 asset that only this import contains is removed.',
    'The findings of this import go.',
    'The raw records stay stored.',
    onlyBy,
  ]);
  expect(impactOfWithdrawal(nothing)).toEqual(['No asset changes.', 'The raw records stay stored.', onlyBy]);
});

test('what can be forgotten is told apart, and nothing is not offered', () => {
  expect(learnedFromImport({ ...nothing, learned_mappings: 3, learned_decisions: 1 })).toBe(
    '3 mappings and 1 decision on held records',
  );
  expect(learnedFromImport({ ...nothing, learned_decisions: 2 })).toBe('2 decisions on held records');
  expect(learnedFromImport(nothing)).toBeNull();
  expect(learnedFromImport(undefined)).toBeNull();
});
