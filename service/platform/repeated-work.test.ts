import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { createLogger } from './logger.ts';
import { until } from '#test/harness/until.ts';
import { RepeatedWork, type Round } from './repeated-work.ts';

let work: RepeatedWork;
afterEach(() => work.stop());

function every5Ms(round: Round): void {
  work = new RepeatedWork('a round', round, createLogger('silent'));
  work.start(5);
}

test('a round that takes longer than the interval is never overtaken by the next', async () => {
  let running = 0;
  let most = 0;
  let rounds = 0;
  every5Ms(async () => {
    running += 1;
    most = Math.max(most, running);
    await sleep(20);
    running -= 1;
    rounds += 1;
  });
  await until('there were several rounds', () => Promise.resolve(rounds > 3));
  expect(most).toBe(1);
});

test('a round that fails is followed by the next', async () => {
  let rounds = 0;
  every5Ms(() => {
    rounds += 1;
    return Promise.reject(new Error('The database is away.'));
  });
  await until('there was another round', () => Promise.resolve(rounds > 1));
});

test('stopping tells the round that runs and waits for it; none follows', async () => {
  let hasBegun = false;
  let ended = 0;
  let wasTold = false;
  every5Ms(async (mayGoOn) => {
    hasBegun = true;
    while (mayGoOn()) await sleep(5);
    wasTold = true;
    await sleep(20);
    ended += 1;
  });
  await until('a round has begun', () => Promise.resolve(hasBegun));
  expect(wasTold).toBe(false);
  await work.stop();
  expect([wasTold, ended]).toEqual([true, 1]);
  await sleep(50);
  expect(ended).toBe(1);
});
