import { expect, test } from '@jest/globals';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { FlowPhase, PhaseStatus } from '#shared/statuses.ts';
import { endOf, flowNews } from './flow-news.ts';

const flow = (status: Flow['status'], phases: Partial<Record<FlowPhase, PhaseStatus>>, attempt = 1) => ({
  flow_id: 'flow_1',
  status,
  phases: Object.entries(phases).map(([phase, standing]) => ({
    phase: phase as FlowPhase,
    status: standing,
    rows_done: 0,
    rows_total: 3,
    attempt,
    started_at: null,
    finished_at: null,
  })),
  withdrawal: null,
});

test('a phase is told when it is done, and not again', () => {
  const running = flow('running', { data_validation: 'running', field_mapping: 'not_started' });
  const next = flow('running', { data_validation: 'completed', field_mapping: 'running' });
  expect(flowNews(running, next)).toBe('Data validation done.');
  expect(flowNews(next, next)).toBeNull();
});

test('rows that are done are no news, and what was done before the pane looked is none either', () => {
  const running = flow('running', { data_validation: 'completed', field_mapping: 'running' });
  expect(flowNews(running, structuredClone(running))).toBeNull();
  expect(flowNews(null, running)).toBeNull();
  expect(flowNews({ ...running, flow_id: 'flow_0' }, running)).toBeNull();
});

test('phases that are done between two looks are told together, with what waits then', () => {
  const before = flow('running', { data_validation: 'running', field_mapping: 'not_started' });
  const now = flow('waiting_for_approval', {
    data_validation: 'completed',
    field_mapping: 'completed',
    waiting_for_approval: 'waiting',
  });
  expect(flowNews(before, now)).toBe('Data validation, Field mapping done. The mappings wait for your review.');
});

test('what notices say is left to them: an inventory that waits, a withdrawal', () => {
  const before = flow('running', { waiting_for_approval: 'completed', asset_inventory: 'running' });
  const waiting = flow('waiting_for_approval', { waiting_for_approval: 'completed', asset_inventory: 'waiting' });
  expect(flowNews(before, waiting)).toBeNull();
  const withdrawal = { requested_by: 'ann', requested_at: '2026-03-01T10:00:00.000Z' };
  const withdrawn = {
    ...flow('cancelled', { tech_debt_assessment: 'completed', withdrawal: 'completed' }),
    withdrawal,
  };
  expect(flowNews(before, withdrawn)).toBeNull();
});

test('a phase that ran anew is told anew, and so is the end it leads to', () => {
  const before = flow('completed', { asset_inventory: 'completed' });
  const now = flow('completed', { asset_inventory: 'completed' }, 2);
  expect(flowNews(before, now)).toBe('Asset inventory done.');
  expect(endOf(now)).not.toBe(endOf(before));
  expect(endOf(before)).toBe(endOf(structuredClone(before)));
});
