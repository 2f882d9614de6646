import { expect, test } from '@jest/globals';
import { byRecord } from './conflict-order.ts';

const held = (flow_id: string, ...row_numbers: number[]) => ({ origin: { flow_id }, row_numbers });

test('conflicts stand as the sheet has their records, import by import', () => {
  const cases = [held('flow_2', 3), held('flow_1', 65, 70), held('flow_1', 9, 80)];
  expect(cases.sort(byRecord)).toEqual([held('flow_1', 9, 80), held('flow_1', 65, 70), held('flow_2', 3)]);
});
