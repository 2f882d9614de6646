import { expect, test } from '@jest/globals';
import { MongoNetworkError } from 'mongodb';
import { pino } from 'pino';
import { AppError } from '../app-error.ts';
import { lostDatabaseHooks } from './lost-database-log.ts';

const WARN = 40;

function loggedTo(lines: Record<string, unknown>[]) {
  let nowMs = 1_000;
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const log = pino({ level: 'info', base: null, timestamp: false, hooks: lostDatabaseHooks(() => nowMs) }, { write });
  return { log: log.child({ worker: 'w' }), pass: (ms: number) => (nowMs += ms) };
}

const lost = () => Object.assign(new MongoNetworkError('connection 7 closed'), { reason: { servers: 'many' } });

test('what a lost database makes fail is said once a minute, short, and wakes nobody', () => {
  const lines: Record<string, unknown>[] = [];
  const { log, pass } = loggedTo(lines);
  for (let times = 0; times < 3; times += 1) log.error({ err: lost(), job: times }, 'a job failed');
  log.warn({ err: new AppError('service_unavailable', 'Try again.', {}, { cause: lost() }) }, 'a request failed');
  pass(60_001);
  log.error({ err: lost() }, 'a job failed');
  const err = 'MongoNetworkError: connection 7 closed';
  expect(lines).toEqual([
    { level: WARN, worker: 'w', job: 0, err, msg: 'a job failed' },
    { level: WARN, worker: 'w', err, msg: 'a request failed' },
    { level: WARN, worker: 'w', err, withheld: 2, msg: 'a job failed' },
  ]);
});

test('every other failure is said each time, with its stack and level', () => {
  const lines: Record<string, unknown>[] = [];
  const { log } = loggedTo(lines);
  for (let times = 0; times < 2; times += 1) log.error({ err: new Error('no luck') }, 'a job failed');
  log.info('plain');
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [50, 'a job failed'],
    [50, 'a job failed'],
    [30, 'plain'],
  ]);
  expect(lines[0]?.['err']).toMatchObject({ stack: expect.stringContaining('no luck') });
});
