import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { AnswerWatch } from './answer-watch.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('says after a minute that one question has no answer, until the answer comes', async () => {
  const watch = new AnswerWatch();
  const changed = jest.fn();
  watch.subscribe(changed);
  let answer: (cells: string) => void = () => undefined;
  const asked = watch.over(() => new Promise<string>((resolve) => (answer = resolve)));
  jest.advanceTimersByTime(59_999);
  expect([watch.isSilent(), changed.mock.calls.length]).toEqual([false, 0]);
  jest.advanceTimersByTime(1);
  expect([watch.isSilent(), changed.mock.calls.length]).toEqual([true, 1]);
  answer('cells');
  expect(await asked).toBe('cells');
  expect([watch.isSilent(), changed.mock.calls.length]).toEqual([false, 2]);
});

test('stays silent while one of several questions has no answer, and a refusal is an answer', async () => {
  const watch = new AnswerWatch();
  let refuse: (error: Error) => void = () => undefined;
  let answer: (value: number) => void = () => undefined;
  const first = watch.over(() => new Promise((_resolve, reject: (error: Error) => void) => (refuse = reject)));
  const second = watch.over(() => new Promise<number>((resolve) => (answer = resolve)));
  jest.advanceTimersByTime(60_000);
  refuse(new Error('no'));
  await expect(first).rejects.toThrow('no');
  expect(watch.isSilent()).toBe(true);
  answer(1);
  await second;
  expect(watch.isSilent()).toBe(false);
});

test('says nothing of what is answered in time, nor to those who left', async () => {
  const watch = new AnswerWatch();
  const changed = jest.fn();
  const leave = watch.subscribe(changed);
  await watch.over(() => Promise.resolve());
  jest.advanceTimersByTime(120_000);
  leave();
  void watch.over(() => new Promise(() => undefined));
  jest.advanceTimersByTime(60_000);
  expect(changed).not.toHaveBeenCalled();
});
