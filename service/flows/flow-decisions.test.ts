import { expect, test } from '@jest/globals';
import type { ClientSession } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import { FlowDecisions } from './flow-decisions.ts';

const tenant = { clientAccountId: 'client', engagementId: 'main' };

function deletion(flow: Pick<FlowDocument, 'status' | 'current_phase' | 'is_open'>) {
  const deleted: unknown[] = [];
  const flows: Partial<TenantCollection<FlowDocument>> = {
    change: (_tenant, _filter, change) => Promise.resolve(deleted.push(change)).then(() => flow as FlowDocument),
  };
  const clock = { now: () => new Date(0) };
  const decisions = new FlowDecisions({ flows: flows as TenantCollection<FlowDocument>, clock, maxAttempts: 5 });
  const stopped = { flow: flow as FlowDocument, stopping: null };
  return { deleted, done: decisions.markDeleted(tenant, stopped, {} as ClientSession) };
}

test.each([
  ['failed', 'Retry it'],
  ['paused', 'Resume it'],
  ['running', 'ends by itself'],
] as const)('a withdrawal that is %s is not deleted, and it is said what to do', async (status, what) => {
  const { deleted, done } = deletion({ status, current_phase: 'withdrawal', is_open: true });
  await expect(done).rejects.toMatchObject({
    code: 'flow_state_conflict',
    message: expect.stringContaining(what) as unknown,
  });
  expect(deleted).toEqual([]);
});

test.each([
  ['that failed on its way', 'failed', 'asset_inventory', true],
  ['whose import is taken back and only what is derived is left', 'failed', 'dependency_analysis', true],
  ['that is deleted already', 'deleted', 'withdrawal', false],
] as const)('a flow %s is deleted', async (_what, status, current_phase, is_open) => {
  const { deleted, done } = deletion({ status, current_phase, is_open });
  await done;
  expect(deleted).toMatchObject([{ $set: { status: 'deleted' } }]);
});
