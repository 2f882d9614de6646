import { expect, test } from '@jest/globals';
import { WriteBehind } from './write-behind.ts';

/** Writes that each end when they are told to. */
class HeldWrites {
  readonly begun: (readonly string[])[] = [];
  private readonly ends: { resolve: () => void; reject: (error: Error) => void }[] = [];

  readonly write = (items: readonly string[]): Promise<void> => {
    this.begun.push(items);
    return new Promise((resolve, reject) => this.ends.push({ resolve, reject }));
  };

  end(at: number): void {
    this.ends[at]?.resolve();
  }

  fail(at: number, error: Error): void {
    this.ends[at]?.reject(error);
  }
}

function behind(batch: number, signal = new AbortController().signal, atOnce?: number) {
  const held = new HeldWrites();
  return { held, writes: new WriteBehind(held.write, { signal, batch, ...(atOnce === undefined ? {} : { atOnce }) }) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what is added is written when it makes a batch, and the rest at the end', async () => {
  const { held, writes } = behind(3);
  await writes.add(['a', 'b']);
  expect(held.begun).toEqual([]);
  await writes.add(['c', 'd']);
  expect(held.begun).toEqual([['a', 'b', 'c', 'd']]);
  held.end(0);
  await writes.add(['e']);
  const ended = writes.end();
  await turn();
  expect(held.begun).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  held.end(1);
  await ended;
});

test('where nothing was added nothing is written', async () => {
  const { held, writes } = behind(1);
  await writes.add([]);
  await writes.end();
  expect(held.begun).toEqual([]);
});

test('the next write begins when the one before has ended, and the end waits for the last', async () => {
  const { held, writes } = behind(1);
  await writes.add(['first']);
  const second = writes.add(['second']);
  await turn();
  expect(held.begun).toEqual([['first']]);
  held.end(0);
  await second;
  expect(held.begun).toEqual([['first'], ['second']]);
  let hasEnded = false;
  const ended = writes.end().then(() => (hasEnded = true));
  await turn();
  expect(hasEnded).toBe(false);
  held.end(1);
  await ended;
});

test('what a write throws is thrown to whoever begins the next one or waits for the end', async () => {
  const { held, writes } = behind(1);
  await writes.add(['first']);
  held.fail(0, new Error('The disk is full.'));
  await expect(writes.add(['never written'])).rejects.toThrow('The disk is full.');
  await expect(writes.end()).rejects.toThrow('The disk is full.');
  expect(held.begun).toEqual([['first']]);
});

test('as many are written at a time as was said, and what any of them throws is thrown', async () => {
  const { held, writes } = behind(1, undefined, 2);
  await writes.add(['first']);
  await writes.add(['second']);
  const third = writes.add(['third']);
  await turn();
  expect(held.begun).toEqual([['first'], ['second']]);
  held.end(0);
  await third;
  expect(held.begun).toEqual([['first'], ['second'], ['third']]);
  const ended = writes.end();
  held.end(1);
  held.fail(2, new Error('The disk is full.'));
  await expect(ended).rejects.toThrow('The disk is full.');
});

test('after an abort nobody waits and no write begins', async () => {
  const abort = new AbortController();
  const { held, writes } = behind(1, abort.signal);
  await writes.add(['first']);
  const second = writes.add(['second']);
  abort.abort(new Error('This worker shuts down.'));
  await expect(second).rejects.toThrow('This worker shuts down.');
  held.end(0);
  await turn();
  await expect(writes.end()).rejects.toThrow('This worker shuts down.');
  expect(held.begun).toEqual([['first']]);
});
