import { describe, expect, test } from '@jest/globals';
import { AppError } from '../../platform/app-error.ts';
import { ActiveUploads } from './active-uploads.ts';

function twoAtOnce() {
  let now = 0;
  const uploads = new ActiveUploads({ most: 2, idleMs: 60_000 }, { now: () => new Date(now) });
  return { uploads, pass: (ms: number) => (now += ms) };
}

describe('the uploads of one process', () => {
  test('are as many as it takes; a further one is told when to come back', () => {
    const { uploads, pass } = twoAtOnce();
    uploads.touch('a');
    pass(10_500);
    uploads.touch('b');
    expect(() => uploads.touch('c')).toThrow(AppError);
    try {
      uploads.assertFree();
    } catch (error) {
      expect(error).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 50 });
    }
  });

  test('keep their places while chunks come, and lose them when they end or nothing comes', () => {
    const { uploads, pass } = twoAtOnce();
    uploads.touch('a');
    uploads.touch('b');
    pass(50_000);
    uploads.touch('a');
    pass(20_000);
    uploads.touch('c');
    expect(() => uploads.touch('b')).toThrow('2 uploads at once');
    uploads.end('a');
    uploads.touch('b');
  });
});
