import { describe, expect, test } from '@jest/globals';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { reachedSteps } from './reached-steps.ts';

const flow = (status: Flow['status'], approval: Flow['phases'][number]['status']) => ({
  status,
  phases: [
    {
      phase: 'waiting_for_approval' as const,
      status: approval,
      rows_done: 0,
      rows_total: 0,
      attempt: 1,
      started_at: null,
      finished_at: null,
    },
  ],
});

describe('the steps of the pane', () => {
  test('begin with the sheet, wait for the mapping to be prepared, and stop at its review', () => {
    expect(reachedSteps('none')).toEqual(['Sheet']);
    expect(reachedSteps(flow('running', 'not_started'))).toEqual(['Progress']);
    expect(reachedSteps(flow('waiting_for_approval', 'waiting'))).toEqual(['Progress', 'Mapping']);
  });

  test('go on with the progress after the approval, and end with results only when the flow is completed', () => {
    expect(reachedSteps(flow('running', 'completed'))).toEqual(['Mapping', 'Progress']);
    expect(reachedSteps(flow('failed', 'completed'))).toEqual(['Mapping', 'Progress']);
    expect(reachedSteps(flow('completed', 'completed'))).toEqual(['Mapping', 'Progress', 'Results']);
  });

  test('lead back to the progress while an import is withdrawn, and stay there', () => {
    expect(reachedSteps(flow('cancelled', 'completed')).at(-1)).toBe('Progress');
  });
});
