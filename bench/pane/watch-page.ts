import type { CDPSession, Page } from 'playwright-core';

/** What a page spent on something. */
export interface Spent {
  /** Processor time of the page's main thread, s; other work on the machine does not count into it. */
  mainThreadSeconds: number;
  /** Longest task of the main thread, ms of wall time; tasks below 50 ms count as 0. */
  longestTaskMs: number;
  /** Peak of the JavaScript heap, garbage included, MB; the page's and, apart, its workers'. */
  heapMb: number;
  workerHeapMb: number;
}

const SAMPLE_MS = 100;

/** Watches the page while `work` is under way. */
export async function watchPage<T>(page: Page, work: () => Promise<T>): Promise<{ result: T; spent: Spent }> {
  const session = await page.context().newCDPSession(page);
  // What earlier work left is not this work's.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(observeTasks);
  const before = await metric(session, 'TaskDuration');
  const heap = sampleHeap(session);
  const result = await work();
  const { heapMb, workerHeapMb } = await heap.end();
  const mainThreadSeconds = (await metric(session, 'TaskDuration')) - before;
  const longestTaskMs = await page.evaluate(() => (window as unknown as { longestTaskMs: number }).longestTaskMs);
  await session.detach();
  return { result, spent: { mainThreadSeconds, longestTaskMs, heapMb, workerHeapMb } };
}

function observeTasks(): void {
  const seen = window as unknown as { longestTaskMs: number; taskObserver?: PerformanceObserver };
  seen.longestTaskMs = 0;
  seen.taskObserver?.disconnect();
  seen.taskObserver = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
  });
  seen.taskObserver.observe({ type: 'longtask' });
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}

/** Peaks of the heaps, what array buffers hold included. */
function sampleHeap(session: CDPSession): { end(): Promise<{ heapMb: number; workerHeapMb: number }> } {
  let [heap, workerHeap, isEnded] = [0, 0, false];
  const workers = new Map<string, number>();
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.set(sessionId, 0));
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { result } = JSON.parse(message) as { result?: HeapUsage };
    if (result) workers.set(sessionId, bytesOf(result));
    workerHeap = Math.max(
      workerHeap,
      [...workers.values()].reduce((sum, bytes) => sum + bytes, 0),
    );
  });
  const sampling = (async () => {
    await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
    while (!isEnded) {
      heap = Math.max(heap, bytesOf(await session.send('Runtime.getHeapUsage')));
      // A worker that has just ended does not answer any more.
      for (const sessionId of workers.keys())
        session.send('Target.sendMessageToTarget', { message, sessionId }).catch(() => workers.delete(sessionId));
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  return {
    end: async () => {
      isEnded = true;
      await sampling;
      return { heapMb: heap / 2 ** 20, workerHeapMb: workerHeap / 2 ** 20 };
    },
  };
}

interface HeapUsage {
  usedSize: number;
  backingStorageSize?: number;
}

function bytesOf({ usedSize, backingStorageSize = 0 }: HeapUsage): number {
  return usedSize + backingStorageSize;
}
