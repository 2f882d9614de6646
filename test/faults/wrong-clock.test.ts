import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { storeImport } from '../harness/store-import.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { startTestService, waitForFlow } from '../harness/service-harness.ts';
import { startServiceProcess } from '../harness/service-process.ts';

/** Several sweeps of the worker that is wrong, ms. */
const SWEEPS_MS = 5_000;
const DATABASE = `wrong_clock_${process.pid}`;

test('a worker whose clock is ten minutes ahead says so and takes no phase of a healthy one', async () => {
  let isAborted = false;
  const service = await startTestService({
    database: DATABASE,
    settings: { MAX_ATTEMPTS: '1' },
    agentFor: disturbedAgents('data_validation', async (_input, { signal }) => {
      const wrong = await startServiceProcess(DATABASE, {
        ROLE: 'worker',
        NODE_OPTIONS: '--import=./test/faults/shifted-clock.mjs',
        CLOCK_SHIFT_MS: String(10 * 60_000),
      });
      try {
        // That it is left alone gives no signal.
        await sleep(SWEEPS_MS);
        isAborted = signal.aborted;
        expect(wrong.said()).toContain("is 10 min ahead of the database's");
      } finally {
        await wrong.stop();
      }
    }),
  });
  try {
    const connection = service.as('acme');
    const { flow_id } = await storeImport(connection);
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect([isAborted, flow.phases[0]?.attempt]).toEqual([false, 1]);
  } finally {
    await service.stop();
  }
});
