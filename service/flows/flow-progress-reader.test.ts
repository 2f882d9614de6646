import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { RevisionWatch } from '../platform/revision-watch.ts';
import { FlowProgressReader } from './flow-progress-reader.ts';

type Dependencies = ConstructorParameters<typeof FlowProgressReader>[0];

test('a poll that was told of a change that did not happen reads once more and waits on, until there is one', async () => {
  let revision = 1;
  let reads = 0;
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const changed of watchers) changed();
  };
  const flows: Partial<TenantCollection<FlowDocument>> = {
    get: () => Promise.resolve({ revision, status: 'running', reads: (reads += 1) } as unknown as FlowDocument),
  };
  const watch: Partial<RevisionWatch> = {
    watch: (_id, _revision, changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    waitingEnded: new AbortController().signal,
  };
  const reader = new FlowProgressReader({ flows, watch } as Dependencies);
  const wait = { knownRevision: 1, seconds: 20, signal: new AbortController().signal };
  const polled = reader.waitForChange({ clientAccountId: 'c', engagementId: 'e' }, 'flow_1', wait);
  await sleep(50);
  tell();
  await sleep(200);
  expect(reads).toBe(2);
  revision = 2;
  tell();
  expect(await polled).toMatchObject({ revision: 2, reads: 3 });
  expect(watchers.size).toBe(0);
});
