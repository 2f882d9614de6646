import { expect, test } from '@jest/globals';
import { quietMs } from './quiet-flow.ts';

const start = Date.UTC(2026, 0, 1);
const at = (seconds: number): string => new Date(start + seconds * 1_000).toISOString();
const quietAfter = (seconds: number, flow: { worker_alive_until: string | null }): number | null =>
  quietMs({ status: 'running', updated_at: at(0), ...flow }, start + seconds * 1_000);

test('a flow whose worker lives is not quiet, however long its phase says nothing and whatever the lease', () => {
  expect(quietAfter(600, { worker_alive_until: at(640) })).toBeNull();
  expect(quietAfter(290, { worker_alive_until: at(300) })).toBeNull();
});

test('a flow whose worker has not been heard of within its lease is quiet, once another one had time to take over', () => {
  expect(quietAfter(301, { worker_alive_until: at(300) })).toBeNull();
  expect(quietAfter(320, { worker_alive_until: at(300) })).toBe(320_000);
});

test('a flow that no worker runs is quiet after a minute', () => {
  expect(quietAfter(59, { worker_alive_until: null })).toBeNull();
  expect(quietAfter(61, { worker_alive_until: null })).toBe(61_000);
});
