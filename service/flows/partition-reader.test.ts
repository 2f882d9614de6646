import { expect, test } from '@jest/globals';
import type { ReadRanges } from '../agents/run-agent.ts';
import { createLogger } from '../platform/logger.ts';
import type { JobHandle, JobQueue, PhaseJob } from './job-queue.ts';
import { PartitionReader } from './partition-reader.ts';
import type { ClaimedPartition, PartitionStore } from './partition-store.ts';

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
  const help = () =>
    reader.help(job, { isRun: () => Promise.resolve(true), open: () => Promise.resolve(null) }, handle);
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
  await expect(
    read({ index: 0, pass: { name: 'all-rows' }, ranges } as unknown as Parameters<ReadRanges>[0]),
  ).rejects.toThrow('ends here');
  expect(claims).toBe(0);
  await help();
  expect(claims).toBe(1);
});

type Helped = Parameters<PartitionReader['help']>[1];
const opened = {
  agent: { name: 'data-validation', passes: () => [{ name: 'all-rows', read: () => Promise.resolve('part') }] },
};
const helped = { isRun: () => Promise.resolve(true), open: () => Promise.resolve(opened) } as unknown as Helped;

type Failing = Partial<Record<'open' | 'isRun' | 'touch', () => Promise<never>>>;
test.each<[string, Failing]>([
  ['cannot read its flow', { open: () => Promise.reject(new Error('away')) }],
  ['cannot read whether its flow runs', { isRun: () => Promise.reject(new Error('away')) }],
  ['cannot tell its queue that it lives', { touch: () => Promise.reject(new Error('away')) }],
])('a helper that %s leaves what it took to others at once', async (_what, { touch, ...failing }) => {
  const claimed = { document: { _id: 'part_1' } };
  const released: unknown[] = [];
  const store = {
    claim: () => Promise.resolve(claimed),
    list: () => Promise.resolve([]),
    release: (one: unknown) => Promise.resolve(void released.push(one)),
  } as unknown as PartitionStore;
  const reader = new PartitionReader({ store } as ConstructorParameters<typeof PartitionReader>[0]);
  const phase = { ...helped, ...failing };
  await expect(reader.help(job, phase, { ...handle, ...(touch && { touch }) })).rejects.toThrow('away');
  expect(released).toEqual([claimed]);
});

test('a helper takes nothing more of a flow that was paused or failed meanwhile', async () => {
  const done: string[] = [];
  let taken = 0;
  const store = {
    leaseMs: 1_000,
    list: () => Promise.resolve([]),
    claim: () => {
      taken += 1;
      return Promise.resolve(taken > 5 ? null : { document: { _id: `part_${taken}`, pass: 0, pass_name: 'all-rows' } });
    },
    readGiven: () => Promise.resolve(null),
    finish: ({ document }: ClaimedPartition) => Promise.resolve(void done.push(`read ${document._id}`)),
    release: ({ document }: ClaimedPartition) => Promise.resolve(void done.push(`left ${document._id}`)),
  } as unknown as PartitionStore;
  const clock = { now: () => new Date(0) };
  const reader = new PartitionReader({ store, clock, log: createLogger('silent') } as ConstructorParameters<
    typeof PartitionReader
  >[0]);
  await reader.help(job, { ...helped, isRun: () => Promise.resolve(taken < 3) }, handle);
  expect(done).toEqual(['read part_1', 'read part_2', 'left part_3']);
});
