import { expect, test } from '@jest/globals';
import { isLive } from './liveness.ts';

const read = { dataUpdatedAt: 100_000, isError: false, failureCount: 0 };

test('what was read is live while its reading goes well and answers come', () => {
  expect(isLive(read, 1_500, 103_000)).toBe(true);
  expect(isLive({ ...read, failureCount: 1 }, 1_500, 103_000)).toBe(false);
  expect(isLive({ ...read, isError: true }, 1_500, 103_000)).toBe(false);
});

test('an answer older than a few refreshes is not the present, whatever else is known', () => {
  expect(isLive(read, 1_500, 119_000)).toBe(false);
  expect(isLive(read, 10_000, 119_000)).toBe(true);
  expect(isLive(read, 10_000, 131_000)).toBe(false);
});
