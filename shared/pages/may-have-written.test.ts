import { expect, test } from '@jest/globals';
import { mayHaveWritten } from './may-have-written.ts';
import type { Flow } from '../schemas/flow.schema.ts';

const flow = (status: Flow['status'], current_phase: Flow['current_phase'], withdrawal?: string) => ({
  status,
  current_phase,
  ...(withdrawal === undefined ? {} : { phases: [{ phase: 'withdrawal', status: withdrawal }] }),
});

test.each([
  ['before the inventory', flow('running', 'data_cleansing'), false],
  ['whose mappings are reviewed', flow('waiting_for_approval', 'waiting_for_approval'), false],
  ['with its inventory shown', flow('waiting_for_approval', 'asset_inventory'), false],
  ['that writes it', flow('running', 'asset_inventory'), true],
  ['that failed in a later phase', flow('failed', 'tech_debt_assessment'), true],
  ['that is withdrawn, of which no more is known', flow('failed', 'withdrawal'), true],
  ['deleted before the inventory', flow('deleted', 'field_mapping'), false],
  ['deleted in a later phase', flow('deleted', 'dependency_analysis'), true],
  ['deleted once it was completed', flow('deleted', 'completed'), true],
  ['deleted while it was withdrawn', flow('deleted', 'withdrawal', 'running'), true],
  ['that was withdrawn', flow('deleted', 'completed', 'completed'), false],
])('a flow %s', (_what, one, expected) => {
  expect(mayHaveWritten(one)).toBe(expected);
});
