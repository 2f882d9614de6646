import { AppError } from '../platform/app-error.ts';

/** Revisions as entity tags: `"17"` (RFC 9110). */
export function revisionTag(revision: number): string {
  return `"${revision}"`;
}

/** @returns -1, which no revision is, for an absent or foreign tag */
export function revisionOfTag(tag: string | undefined): number {
  const digits = /^(?:W\/)?"(\d{1,15})"$/.exec(tag ?? '')?.[1];
  return digits === undefined ? -1 : Number(digits);
}

/** @throws AppError invalid_request for a header that is no revision */
export function ifMatchRevision(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const revision = /^"?(\d{1,15})"?$/.exec(header)?.[1];
  if (revision === undefined)
    throw new AppError('invalid_request', 'Send If-Match with the revision as it was read, for example "3".');
  return Number(revision);
}
