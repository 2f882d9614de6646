import { expect, test } from '@jest/globals';
import { effectsOfForgetting, meaningOf, titleOf } from './remembered-words.ts';

const rule = {
  rule_id: 'rule_1',
  kind: 'serial:names',
  names: ['web01', 'db01'],
  action: 'merge' as const,
  asset_id: 'ast_1',
  asset_name: 'web01',
  decided_by: 'Ana',
  decided_at: '2026-01-01T00:00:00.000Z',
  engagement_id: 'main',
};

test('a remembered decision says on which records it is and what is done with them', () => {
  expect(titleOf(rule)).toBe('web01, db01');
  expect(titleOf({ ...rule, names: [] })).toBe('records of rule_1');
  expect(
    [
      rule,
      { ...rule, asset_name: null },
      { ...rule, asset_id: null, asset_name: null },
      { ...rule, action: 'separate' as const },
      { ...rule, action: 'leave_out' as const },
    ].map(meaningOf),
  ).toEqual([
    'The asset web01',
    'One asset, which is not in this engagement',
    'One asset: the one they may be, or a new one',
    'Separate assets, one for each',
    'Left out of the inventory',
  ]);
  expect(effectsOfForgetting(rule, 'acme')[1]).toContain('later imports of acme');
});
