import { expect, test } from '@jest/globals';
import { inventoryRules } from './finding-rules.ts';

test.each([
  ['held_record', '1 row is held: which asset is meant is for a person to decide.'],
  ['unidentified_record', '1 row is no asset: nothing in it names one.'],
  ['subtotal_row', '1 row sums up others: it is no asset and was left out.'],
  ['repeated_header', '1 row repeats the headers; it was left out.'],
  ['blank_row', '1 row is blank from the first to the last column; it was left out.'],
  [
    'repeated_key',
    '1 row has a serial number or id that stands on several things of different names; it was not used to identify it.',
  ],
  [
    'overruled_value',
    '1 cell says otherwise than an earlier row about the same asset, and the earlier row counts. Where the later one is right, correct the sheet and import it again.',
  ],
  ['duplicate_record', '1 row is about an asset that an earlier row describes; it fills in what that leaves out.'],
] as const)('a finding of one speaks of one: %s', (rule, message) => {
  expect(inventoryRules[rule].message(1)).toBe(message);
});
