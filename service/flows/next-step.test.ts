import { expect, test } from '@jest/globals';
import { nextStep } from './next-step.ts';

test.each([
  ['running', 'asset_inventory', 'Asset inventory is queued and starts as soon as a worker is free.'],
  ['paused', 'tech_debt_assessment', 'Technical debt goes on when the flow is resumed.'],
  ['waiting_for_approval', 'waiting_for_approval', 'The mappings can be changed and approved again.'],
] as const)('what a flow that is %s in %s does next is said in words', (status, current_phase, words) => {
  expect(nextStep({ status, current_phase })).toBe(words);
});
