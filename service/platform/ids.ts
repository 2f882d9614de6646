import { randomBytes } from 'node:crypto';

/**
 * A new opaque id: a prefix that says what it names, eight characters of time so that ids of one kind sort by age, and
 * 96 random bits that nobody can guess.
 */
export function newId(prefix: string, now: Date): string {
  return `${prefix}_${now.getTime().toString(36).padStart(9, '0')}${randomBytes(12).toString('hex')}`;
}
