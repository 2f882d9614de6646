import { expect, test } from '@jest/globals';
import { changeOnKey, changeOnPick } from './mapping-change.ts';

test.each([
  ['Enter', 'suggested', 'hostname', { status: 'approved' }],
  ['Enter', 'suggested', null, null],
  ['Enter', 'rejected', 'hostname', null],
  ['Delete', 'approved', 'hostname', { status: 'rejected' }],
  ['Backspace', 'suggested', null, { status: 'rejected' }],
  ['u', 'approved', 'hostname', { status: 'suggested' }],
  ['U', 'rejected', 'hostname', { status: 'suggested' }],
  ['u', 'suggested', 'hostname', null],
  ['x', 'suggested', 'hostname', null],
] as const)('%s on a column that is %s for %s', (key, status, target_field, change) => {
  expect(changeOnKey({ status, target_field }, key)).toEqual(change);
});

test('a picked field is approved with the pick, and no field leaves the column out', () => {
  expect(changeOnPick('hostname')).toEqual({ target_field: 'hostname', status: 'approved' });
  expect(changeOnPick(null)).toEqual({ status: 'rejected' });
});
