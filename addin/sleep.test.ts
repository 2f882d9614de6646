import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { sleep } from './sleep.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Listeners on the signal, as they come and go. */
function counted(signal: AbortSignal) {
  const added = jest.spyOn(signal, 'addEventListener');
  const removed = jest.spyOn(signal, 'removeEventListener');
  return () => added.mock.calls.length - removed.mock.calls.length;
}

test('ends with its time and leaves nothing on the signal', async () => {
  const { signal } = new AbortController();
  const listeners = counted(signal);
  const slept = sleep(1_000, signal);
  expect([listeners(), jest.getTimerCount()]).toEqual([1, 1]);
  jest.advanceTimersByTime(1_000);
  await slept;
  expect(listeners()).toBe(0);
});

test('ends as soon as the signal aborts, and at once where it has', async () => {
  const stop = new AbortController();
  const listeners = counted(stop.signal);
  const slept = sleep(1_000, stop.signal);
  stop.abort();
  await slept;
  expect([listeners(), jest.getTimerCount()]).toEqual([0, 0]);
  await sleep(1_000, stop.signal);
  expect(jest.getTimerCount()).toBe(0);
});
