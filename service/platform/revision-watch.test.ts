import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { until } from '#test/harness/until.ts';
import { RevisionWatch } from './revision-watch.ts';

/** Three looks, for what is not to happen in them. */
const LOOKS_MS = 700;

describe('a watch over revisions', () => {
  let stored: Map<string, number>;
  let asked: string[][];
  let isAway: boolean;
  let watch: RevisionWatch;
  beforeEach(() => {
    stored = new Map([
      ['a', 1],
      ['b', 1],
    ]);
    asked = [];
    isAway = false;
    watch = new RevisionWatch(
      async (ids) => {
        asked.push([...ids]);
        await Promise.resolve();
        if (isAway) throw new Error('away');
        return stored;
      },
      pino({ level: 'silent' }),
    );
    watch.start();
  });
  afterEach(() => watch.stop());

  /** Waits until it has begun so many more looks, and an answer to each of them but the last is worked off. */
  const looks = (count: number): Promise<void> => {
    const before = asked.length;
    return until(`it has looked ${count} times`, () => Promise.resolve(asked.length >= before + count));
  };

  const told: string[] = [];
  const watched = (id: string, revision: number, name = id) => watch.watch(id, revision, () => told.push(name));
  beforeEach(() => {
    told.length = 0;
  });

  test('tells each watcher once, and of what changed only', async () => {
    watched('a', 1, 'first');
    watched('a', 1, 'second');
    watched('b', 1);
    await looks(2);
    expect(told).toEqual([]);
    stored.set('a', 2);
    await looks(3);
    expect(told).toEqual(['first', 'second']);
    expect(asked.at(-1)).toEqual(['b']);
  });

  test('tells of what had changed before it was watched, and of what is gone', async () => {
    watched('a', 0);
    watched('c', 1);
    await until('it has told', () => Promise.resolve(told.length > 0));
    expect(told).toEqual(['a', 'c']);
  });

  test('asks nothing when nobody watches any more', async () => {
    const leave = watched('a', 0);
    leave();
    await sleep(LOOKS_MS);
    expect([asked, told]).toEqual([[], []]);
  });

  test('does not say it has seen anything while the database is away, and goes on when it is back', async () => {
    watched('a', 1);
    const begunAt = performance.now();
    await until('it has looked', () => Promise.resolve(watch.lastSeenAt >= begunAt));
    isAway = true;
    await looks(2);
    const awayAt = watch.lastSeenAt;
    stored.set('a', 2);
    await looks(3);
    expect([watch.lastSeenAt, told]).toEqual([awayAt, []]);
    isAway = false;
    await until('it has told', () => Promise.resolve(told.length > 0));
    expect(told).toEqual(['a']);
  });

  test('tells nobody who came while it was reading: that was read before, or not at all', async () => {
    await watch.stop();
    const answers: (() => void)[] = [];
    watch = new RevisionWatch(
      async (ids) => {
        const read = new Map(ids.flatMap((id) => [[id, stored.get(id) ?? 0] as const]));
        await new Promise<void>((resolve) => answers.push(resolve));
        return read;
      },
      pino({ level: 'silent' }),
    );
    watch.start();
    const leave = watched('a', 1, 'left');
    watched('a', 0, 'first');
    await until('it reads', () => Promise.resolve(answers.length === 1));
    stored.set('a', 2);
    watched('a', 2, 'newer');
    watched('b', 1);
    leave();
    answers[0]?.();
    await until('it reads again', () => Promise.resolve(answers.length === 2));
    expect(told).toEqual(['first']);
    stored.set('b', 2);
    answers[1]?.();
    await until('it reads once more', () => Promise.resolve(answers.length === 3));
    answers[2]?.();
    await until('it has told', () => Promise.resolve(told.length > 1));
    expect(told).toEqual(['first', 'b']);
  });
});
