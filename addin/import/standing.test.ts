import { expect, test } from '@jest/globals';
import { standing } from './standing.ts';

test('a flow stands in the phase that the other steps name', () => {
  expect(standing({ current_phase: 'tech_debt_assessment', progress_percentage: 90.4 })).toBe(
    'technical debt, 90\u00a0%',
  );
});
