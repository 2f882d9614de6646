import { expect, test } from '@jest/globals';
import { WriteBehind } from './write-behind.ts';

/** A write that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]));
  return { write: () => done, end: () => end(), fail: (error: Error) => fail(error) };
}

test('the next write begins when the one before has ended, and the end waits for the last', async () => {
  const writes = new WriteBehind(new AbortController().signal);
  const first = held();
  const order: string[] = [];
  await writes.begin(first.write);
  const second = writes.begin(async () => {
    order.push('second begins');
    await Promise.resolve();
    order.push('second ends');
  });
  await Promise.resolve();
  order.push('first ends');
  first.end();
  await second;
  await writes.end();
  expect(order).toEqual(['first ends', 'second begins', 'second ends']);
});

test('what a write throws is thrown to whoever begins the next one or waits for the end', async () => {
  const writes = new WriteBehind(new AbortController().signal);
  const first = held();
  await writes.begin(first.write);
  first.fail(new Error('The disk is full.'));
  await expect(writes.begin(() => Promise.reject(new Error('never begun')))).rejects.toThrow('The disk is full.');
  await expect(writes.end()).rejects.toThrow('The disk is full.');
});

test('after an abort nobody waits and no write begins', async () => {
  const abort = new AbortController();
  const writes = new WriteBehind(abort.signal);
  const first = held();
  await writes.begin(first.write);
  let hasBegun = false;
  const second = writes.begin(() => {
    hasBegun = true;
    return Promise.resolve();
  });
  abort.abort(new Error('This worker shuts down.'));
  await expect(second).rejects.toThrow('This worker shuts down.');
  first.end();
  await new Promise((resolve) => setImmediate(resolve));
  expect(hasBegun).toBe(false);
});
