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
    uploads.touch('a', 'ana');
    pass(10_500);
    uploads.touch('b', 'ben');
    expect(() => uploads.touch('c', 'cem')).toThrow(AppError);
    try {
      uploads.assertFree('cem');
    } catch (error) {
      expect(error).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 50 });
    }
  });

  test('keep their places while chunks come, and lose them when they end or nothing comes', () => {
    const { uploads, pass } = twoAtOnce();
    uploads.touch('a', 'ana');
    uploads.touch('b', 'ben');
    pass(50_000);
    uploads.touch('a', 'ana');
    pass(20_000);
    uploads.touch('c', 'cem');
    expect(() => uploads.touch('b', 'ben')).toThrow('2 uploads at once');
    uploads.end('a');
    uploads.touch('b', 'ben');
  });

  test('of one key are half of them, whatever it sends; others find a place', () => {
    let now = 0;
    const uploads = new ActiveUploads({ most: 4, idleMs: 60_000 }, { now: () => new Date(now) });
    uploads.touch('a', 'ana');
    now = 10_000;
    uploads.touch('b', 'ana');
    expect(() => uploads.touch('c', 'ana')).toThrow('This key sends 2 uploads already');
    expect(() => uploads.assertFree('ana')).toThrow(expect.objectContaining({ retryAfterSeconds: 50 }));
    uploads.touch('a', 'ana');
    uploads.touch('c', 'ben');
    uploads.touch('a', 'ben');
    uploads.touch('d', 'ben');
    expect(() => uploads.assertFree('cem')).toThrow('This service takes 4 uploads at once');
    uploads.end('b');
    uploads.touch('b', 'ana');
  });
});
