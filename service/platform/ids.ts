import { randomBytes } from 'node:crypto';

/**
 * A new opaque id: a prefix that says what it names, nine characters of time so that ids of one kind sort by age, and
 * 96 random bits that nobody can guess.
 */
export function newId(prefix: string, now: Date): string {
  return `${idsFrom(prefix, now)}${randomBytes(12).toString('hex')}`;
}

/** What every id made at that time or later is not before, and every earlier one is. */
export function idsFrom(prefix: string, time: Date): string {
  return `${prefix}_${Math.max(0, time.getTime()).toString(36).padStart(9, '0')}`;
}
