import { expect, test } from '@jest/globals';
import type { ReadRanges } from '../agents/run-agent.ts';
import type { JobHandle, JobQueue, PhaseJob } from './job-queue.ts';
import { PartitionReader } from './partition-reader.ts';
import type { PartitionStore } from './partition-store.ts';

const job: PhaseJob = {
  tenant: { clientAccountId: 'client', engagementId: 'main' },
  flowId: 'flw_1',
  phase: 'data_validation',
};
const handle: JobHandle = { signal: new AbortController().signal, touch: () => Promise.resolve() };

/** Between the call for help and the owner's first look there is no moment that a real queue could be made to meet. */
test('whoever owns a phase leaves its call for help to others, from the first moment to the last', async () => {
  let claims = 0;
  const store = {
    open: () => Promise.resolve(),
    claim: () => {
      claims += 1;
      return Promise.resolve(null);
    },
  } as unknown as PartitionStore;
  const help = () => reader.help(job, () => Promise.resolve(null), handle);
  const queue = {
    scheduleHelp: async () => {
      await help();
      throw new Error('The owner ends here.');
    },
  } as unknown as JobQueue;
  const reader = new PartitionReader({ store, queue } as ConstructorParameters<typeof PartitionReader>[0]);
  const read = reader.readerFor({ job } as Parameters<typeof reader.readerFor>[0]);
  const ranges = [
    { firstRow: 1, lastRow: 10 },
    { firstRow: 11, lastRow: 20 },
  ];
  await expect(read({ index: 0, ranges } as unknown as Parameters<ReadRanges>[0])).rejects.toThrow('ends here');
  expect(claims).toBe(0);
  await help();
  expect(claims).toBe(1);
});

test.each<[string, { open?: () => Promise<never>; touch?: () => Promise<never> }]>([
  ['cannot read its flow', { open: () => Promise.reject(new Error('away')) }],
  ['cannot tell its queue that it lives', { touch: () => Promise.reject(new Error('away')) }],
])('a helper that %s leaves what it took to others at once', async (_what, { open, touch }) => {
  const claimed = { document: { _id: 'part_1' } };
  const released: unknown[] = [];
  const store = {
    claim: () => Promise.resolve(claimed),
    release: (one: unknown) => Promise.resolve(void released.push(one)),
  } as unknown as PartitionStore;
  const reader = new PartitionReader({ store } as ConstructorParameters<typeof PartitionReader>[0]);
  type Open = Parameters<typeof reader.help>[1];
  const opens = (open ?? (() => Promise.resolve({}))) as Open;
  await expect(reader.help(job, opens, { ...handle, ...(touch && { touch }) })).rejects.toThrow('away');
  expect(released).toEqual([claimed]);
});
