import { expect, test } from '@jest/globals';
import { mayHaveWritten } from './may-have-written.ts';
import type { Flow } from './schemas/flow.schema.ts';

const flow = (status: Flow['status'], current_phase: Flow['current_phase'], phases: [string, string][]) =>
  ({ status, current_phase, phases: phases.map(([phase, status]) => ({ phase, status })) }) as Flow;

test.each([
  ['before the inventory', flow('running', 'data_cleansing', [['asset_inventory', 'not_started']]), false],
  [
    'with its inventory shown',
    flow('waiting_for_approval', 'asset_inventory', [['asset_inventory', 'waiting']]),
    false,
  ],
  ['that writes it', flow('running', 'asset_inventory', [['asset_inventory', 'running']]), true],
  ['deleted in a later phase', flow('deleted', 'dependency_analysis', [['asset_inventory', 'completed']]), true],
  [
    'deleted while it was withdrawn',
    flow('deleted', 'withdrawal', [
      ['asset_inventory', 'completed'],
      ['withdrawal', 'running'],
    ]),
    true,
  ],
  [
    'that was withdrawn',
    flow('deleted', 'completed', [
      ['asset_inventory', 'completed'],
      ['withdrawal', 'completed'],
    ]),
    false,
  ],
])('a flow %s', (_what, one, expected) => {
  expect(mayHaveWritten(one)).toBe(expected);
});
