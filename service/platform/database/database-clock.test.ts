import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { DatabaseClock } from './database-clock.ts';

const DATABASE = Date.parse('2026-11-28T12:00:00Z');
const MINUTE_MS = 60_000;

/** A computer whose clock is wrong by so much, and a database whose is right and answers after a while. */
function computer(wrongMs: number, roundTripMs = 40) {
  let passedMs = 0;
  const said: string[] = [];
  const write = (line: string): void => void said.push((JSON.parse(line) as { msg: string }).msg);
  const state = {
    wrongMs,
    roundTripMs,
    said,
    pass: (ms: number) => (passedMs += ms),
    databaseMs: () => DATABASE + passedMs,
  };
  const clock = new DatabaseClock({
    readDatabaseTime: () => {
      const atHalf = new Date(DATABASE + passedMs + state.roundTripMs / 2);
      passedMs += state.roundTripMs;
      return Promise.resolve(atHalf);
    },
    log: pino({ level: 'warn' }, { write }),
    local: { now: () => new Date(DATABASE + passedMs + state.wrongMs), elapsedMs: () => passedMs },
  });
  return Object.assign(state, { clock });
}

test.each([
  ['ahead of', 10 * MINUTE_MS],
  ['behind', -10 * MINUTE_MS],
])('a clock 10 minutes %s the database tells the time of the database, and warns', async (side, wrongMs) => {
  const { clock, databaseMs, said } = computer(wrongMs);
  await clock.compare();
  expect(clock.now().getTime()).toBe(databaseMs());
  expect(said).toEqual([expect.stringContaining(`The clock of this computer is 10 min ${side} the database's.`)]);
});

test('a clock that is right within seconds is not warned of', async () => {
  const { clock, databaseMs, said } = computer(1_500);
  await clock.compare();
  expect([clock.now().getTime(), said]).toEqual([databaseMs(), []]);
});

test('a wrong clock is warned of each hour, and at once when it becomes wrong later', async () => {
  const wrong = computer(0);
  await wrong.clock.compare();
  wrong.wrongMs = -90_000;
  for (let minute = 0; minute < 90; minute += 1) {
    await wrong.clock.compare();
    wrong.pass(MINUTE_MS);
  }
  expect(wrong.said).toHaveLength(2);
  expect(wrong.said[0]).toContain("1 min 30 s behind the database's");
});

test('what took long to be answered says nothing', async () => {
  const slow = computer(0, 8_000);
  await slow.clock.compare();
  slow.wrongMs = 10 * MINUTE_MS;
  await slow.clock.compare();
  expect([slow.clock.now().getTime() - slow.databaseMs(), slow.said]).toEqual([10 * MINUTE_MS, []]);
});
