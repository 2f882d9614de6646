import { expect, test } from '@jest/globals';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { impactOfAct, offeredActs, wordsOfAct } from './flow-acts.ts';

const flow = (status: Flow['status'], current_phase: Flow['current_phase'] = 'data_cleansing') =>
  ({ status, current_phase, phases: [] as Flow['phases'] }) as Flow;

test.each([
  ['failed', ['retry', 'reopen', 'delete']],
  ['paused', ['resume', 'reopen', 'delete']],
  ['running', ['pause', 'delete']],
  ['waiting_for_approval', ['delete']],
  ['completed', ['rebuild', 'withdraw', 'delete']],
  ['cancelled', ['delete']],
  ['deleted', []],
  ['of a later service', []],
] as const)('a %s flow offers what the service would do', (status, acts) => {
  expect(offeredActs(flow(status as Flow['status']))).toEqual(acts);
});

test('a deleted flow that may have written assets offers to withdraw them', () => {
  expect(offeredActs({ ...flow('deleted'), current_phase: 'dependency_analysis' })).toEqual(['withdraw']);
});

test('a flow that waits with its inventory offers to apply it', () => {
  expect(offeredActs(flow('waiting_for_approval', 'asset_inventory'))).toEqual(['apply', 'reopen', 'delete']);
});

test.each([
  ['failed', ['retry']],
  ['paused', ['resume']],
  ['running', ['pause']],
  ['deleted', ['withdraw']],
] as const)('a %s withdrawal offers no deletion, as the service would refuse it', (status, acts) => {
  expect(offeredActs(flow(status, 'withdrawal'))).toEqual(acts);
});

test('running again says what is read again, and a withdrawal goes on where it stopped', () => {
  const address = { tenant: { clientAccountId: 'acme', engagementId: 'main' }, flowId: 'flow_1' };
  const stopped = { ...flow('failed', 'asset_inventory'), total_records: 20_000 };
  expect(impactOfAct('retry', stopped, address)[0]).toBe(
    'Asset inventory runs again as attempt 1, over 20,000 rows; parts of them that were read to their end are not read again.',
  );
  expect(impactOfAct('retry', { ...stopped, current_phase: 'withdrawal' }, address)[0]).toBe(
    'Withdrawal goes on where it stopped, as attempt 1.',
  );
});

test('a flow that has ended is hidden, and only an open one is deleted', () => {
  expect(wordsOfAct('delete', flow('cancelled')).label).toBe('Hide from the list');
  expect(wordsOfAct('delete', flow('completed')).confirmLabel).toBe('Hide');
  expect(wordsOfAct('delete', flow('failed')).label).toBe('Delete flow');
});

test('hiding says what becomes of the conflicts, and of an import that wrote nothing there are none', () => {
  const address = { tenant: { clientAccountId: 'acme', engagementId: 'main' }, flowId: 'flow_1' };
  const effects = impactOfAct('delete', { ...flow('completed', 'completed'), total_records: 7 }, address);
  expect(effects.slice(2)).toEqual([
    'Assets it created or changed stay as they are until the import is withdrawn, and so does what was decided on its conflicts.',
    'Its open conflicts are listed no more; those that an earlier import of the sheet has too are open there again.',
  ]);
  expect(
    impactOfAct('delete', { ...flow('failed', 'data_cleansing'), total_records: 7 }, address).join(' '),
  ).not.toContain('conflicts');
});
