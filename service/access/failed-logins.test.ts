import { expect, test } from '@jest/globals';
import { AppError } from '../platform/app-error.ts';
import { FailedLogins } from './failed-logins.ts';

function threeAMinute() {
  let now = 0;
  let [lookedUp, atOnce, mostAtOnce] = [0, 0, 0];
  const logins = new FailedLogins(3, { now: () => new Date(now) });
  const call = async (isValid: boolean, address = '10.0.0.1'): Promise<string> => {
    try {
      return await logins.watch(address, async () => {
        lookedUp += 1;
        mostAtOnce = Math.max(mostAtOnce, (atOnce += 1));
        await new Promise((resolve) => setImmediate(resolve));
        atOnce -= 1;
        if (!isValid) throw new AppError('unauthenticated', 'Unknown.');
        return 'let in';
      });
    } catch (error) {
      return (error as AppError).code;
    }
  };
  const all = (count: number, isValid: boolean) => Promise.all(Array.from({ length: count }, () => call(isValid)));
  const counts = () => ({ lookedUp, mostAtOnce });
  return { call, all, counts, pass: (ms: number) => (now += ms) };
}

test('guesses sent at once are as few as those sent one after the other', async () => {
  const { all, counts } = threeAMinute();
  const answers = await all(20, false);
  expect(answers.filter((answer) => answer === 'unauthenticated')).toHaveLength(3);
  expect(answers.filter((answer) => answer === 'too_many_requests')).toHaveLength(17);
  expect(counts()).toMatchObject({ lookedUp: 3 });
});

test('many valid keys of one address are let in, however many come at once', async () => {
  const { all, counts } = threeAMinute();
  expect(new Set(await all(50, true))).toEqual(new Set(['let in']));
  expect(counts()).toEqual({ lookedUp: 50, mostAtOnce: 3 });
});

test('a wrong key among valid ones refuses none of them', async () => {
  const { call, all } = threeAMinute();
  const [wrong, valid] = await Promise.all([call(false), all(20, true)]);
  expect([wrong, new Set(valid)]).toEqual(['unauthenticated', new Set(['let in'])]);
});

test('an address is refused until a minute after its first wrong key, and others are not', async () => {
  const { call, all, pass } = threeAMinute();
  await call(false);
  pass(59_000);
  await all(2, false);
  expect([await call(true), await call(true, '10.0.0.2')]).toEqual(['too_many_requests', 'let in']);
  pass(1_000);
  expect(await call(true)).toBe('let in');
});
