import { expect, test } from '@jest/globals';
import pino from 'pino';
import { until } from '#test/harness/until.ts';
import { AttemptMonitor } from './attempt-monitor.ts';
import { AttemptLostError } from './flow-error.ts';

const LEASE_MS = 60_000;

function monitored(store: () => Promise<boolean>) {
  let nowMs = 0;
  let beats = 0;
  const beat = (): Promise<boolean> => {
    beats += 1;
    return store();
  };
  const monitor = new AttemptMonitor({
    storeProgress: beat,
    renewLease: beat,
    outerSignal: new AbortController().signal,
    clock: { now: () => new Date(nowMs) },
    leaseMs: LEASE_MS,
    log: pino({ level: 'silent' }),
  });
  monitor.report(1);
  const whenBeaten = (count: number) => until(`it beats ${count} times`, () => Promise.resolve(beats >= count));
  return { monitor, whenBeaten, pass: (ms: number) => (nowMs += ms) };
}

test('an attempt whose heartbeat hangs is lost when its lease runs out, and does not wait for that heartbeat', async () => {
  const { monitor, whenBeaten, pass } = monitored(() => new Promise(() => undefined));
  await whenBeaten(1);
  expect(monitor.signal.aborted).toBe(false);
  pass(LEASE_MS + 1);
  await until('it is stopped', () => Promise.resolve(monitor.signal.aborted), 5_000);
  expect(monitor.signal.reason).toBeInstanceOf(AttemptLostError);
  await monitor.stop();
});

test('an attempt that ends while its heartbeat hangs waits for it no longer than its lease', async () => {
  const { monitor, whenBeaten, pass } = monitored(() => new Promise(() => undefined));
  await whenBeaten(1);
  const stopped = monitor.stop();
  pass(LEASE_MS + 1);
  await stopped;
  expect(monitor.signal.reason).toBeInstanceOf(AttemptLostError);
});

test('a process that stood still past its lease renews it when it can', async () => {
  const { monitor, whenBeaten, pass } = monitored(() => Promise.resolve(true));
  await whenBeaten(1);
  pass(2 * LEASE_MS);
  await whenBeaten(2);
  await monitor.stop();
  expect(monitor.signal.aborted).toBe(false);
});
