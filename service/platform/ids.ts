import { randomBytes } from 'node:crypto';

/**
 * A new opaque id: a prefix that says what it names, nine characters of time so that ids of one kind sort by age, and
 * 96 random bits that nobody can guess.
 */
export function newId(prefix: string, now: Date): string {
  return `${idsFrom(prefix, now)}${randomBytes(12).toString('hex')}`;
}

/** The lower bound of ids of that time: later ids sort after it, earlier ones before. */
export function idsFrom(prefix: string, time: Date): string {
  return `${prefix}_${Math.max(0, time.getTime()).toString(36).padStart(9, '0')}`;
}
