import { expect, test } from '@jest/globals';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { takenBack } from './taken-back.ts';

const flow = (withdrawal: Flow['withdrawal'], status: string) =>
  ({ withdrawal, phases: [{ phase: 'withdrawal', status }] }) as unknown as Flow;

test('changes of a withdrawn import were taken back by somebody, at some time; those of others stand', () => {
  const withdrawal = { requested_by: 'ana', requested_at: '2026-11-28T09:00:00Z' };
  expect(takenBack(flow(withdrawal, 'completed'))).toMatchObject({
    title: 'The changes were taken back',
    detail: expect.stringMatching(/^ana withdrew the import on 28 Nov 2026/),
  });
  expect(takenBack(flow(withdrawal, 'running'))?.title).toBe('The changes are being taken back');
  expect(takenBack(flow(null, 'completed'))).toBeNull();
});
