import { describe, expect, test } from '@jest/globals';
import { atOnce, inTurns, type Steps } from './steps.ts';

/** 20 steps of 5 ms each. */
function* slow(): Steps<number> {
  let sum = 0;
  for (let step = 0; step < 20; step += 1) {
    const until = performance.now() + 5;
    while (performance.now() < until) sum += 1;
    yield;
  }
  return sum > 0 ? 20 : 0;
}

describe('work in steps', () => {
  test('is done at once, or in turns with other work, and comes to the same', async () => {
    expect(atOnce(slow())).toBe(20);
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    expect(await inTurns(slow())).toBe(20);
    clearInterval(others);
    expect(turns).toBeGreaterThan(3);
  });

  test('ends between two turns when it is no longer wanted', async () => {
    const abort = new AbortController();
    const working = inTurns(slow(), abort.signal);
    abort.abort(new Error('no longer wanted'));
    await expect(working).rejects.toThrow('no longer wanted');
  });
});
