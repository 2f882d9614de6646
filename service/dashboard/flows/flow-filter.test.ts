import { expect, test } from '@jest/globals';
import { standingFilter, standingNames, standingWord } from './flow-filter.ts';

test('the two things a flow waits for are chosen beside the statuses', () => {
  expect(standingNames.map(standingWord)).toEqual([
    'Initialized',
    'Running',
    'Waiting for an analyst',
    'Mappings to approve',
    'Inventory to apply',
    'Paused',
    'Completed',
    'Failed',
    'Withdrawn',
    'Deleted',
  ]);
});

test.each([
  ['failed', { status: 'failed', waitsFor: null }],
  ['waiting_for_approval', { status: 'waiting_for_approval', waitsFor: null }],
  ['mappings_to_approve', { status: null, waitsFor: 'mappings' }],
  ['inventory_to_apply', { status: null, waitsFor: 'inventory' }],
  ['nonsense', { status: null, waitsFor: null }],
  [null, { status: null, waitsFor: null }],
])('%s in the address asks for %j', (name, filter) => {
  expect(standingFilter(name)).toEqual(filter);
});
