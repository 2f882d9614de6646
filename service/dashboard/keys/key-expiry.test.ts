import { describe, expect, test } from '@jest/globals';
import { endOf, expiryOf, isUsable, lifetimes, lifetimeWord } from './key-expiry.ts';

const nowMs = Date.parse('2026-11-28T12:00:00.000Z');
const key = (expires_at: string | null, revoked_at: string | null = null) => ({ expires_at, revoked_at });

describe('when a key expires', () => {
  test.each([
    [null, { standing: 'valid', words: 'Never' }],
    ['2027-03-03T12:00:00.000Z', { standing: 'valid', words: '3 Mar 2027' }],
    ['2026-12-11T12:00:00.000Z', { standing: 'soon', words: 'In 13 days' }],
    ['2026-11-29T12:00:00.000Z', { standing: 'soon', words: 'In 1 day' }],
    ['2026-11-28T15:10:00.000Z', { standing: 'soon', words: 'In 3 hours' }],
    ['2026-11-28T12:10:00.000Z', { standing: 'soon', words: 'Within the hour' }],
    ['2026-11-28T12:00:00.000Z', { standing: 'expired', words: 'Expired now' }],
    ['2026-11-26T11:00:00.000Z', { standing: 'expired', words: 'Expired 2 d ago' }],
  ])('%s reads %j', (at, expected) => {
    expect(expiryOf(key(at), nowMs)).toEqual(expected);
  });

  test('is no warning once it is revoked', () => {
    const revoked = key('2026-11-26T11:00:00.000Z', '2026-11-25T11:00:00.000Z');
    expect(expiryOf(revoked, nowMs)).toEqual({ standing: 'valid', words: '26 Nov 2026' });
    expect(isUsable(revoked, nowMs)).toBe(false);
  });
});

test('a new key is good for ever, or for some days from now on', () => {
  expect(lifetimes.map(lifetimeWord)).toEqual(['Never', 'After 30 days', 'After 90 days', 'After a year']);
  expect([endOf(null, nowMs), endOf(30, nowMs)]).toEqual([null, '2026-12-28T12:00:00.000Z']);
});
