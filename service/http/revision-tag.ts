import { AppError } from '../platform/app-error.ts';

/** Revisions as entity tags: `"17"` (RFC 9110). */
export function revisionTag(revision: number): string {
  return `"${revision}"`;
}

/** The tags in If-None-Match: of revisions, weak or not, among others. */
const LISTED_TAGS = /(?<=^|,)\s*(?:W\/)?("(?:0|[1-9]\d{0,14})")\s*(?=,|$)/g;

function tagsIn(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(LISTED_TAGS)].map(([, tag]) => tag ?? '');
}

/**
 * Whether If-None-Match names a tag, or any with `*` (RFC 9110 §13.1.2, compared weakly). Not Express's `request.fresh`:
 * it takes every request with `Cache-Control: no-cache`, which browsers send with each poll, for one to be answered anew.
 */
export function isNamedIn(header: string | undefined, tag: string): boolean {
  return header?.trim() === '*' || tagsIn(header).includes(tag);
}

/** @returns -1, which no revision is, where none is named */
export function newestRevisionIn(header: string | undefined): number {
  return Math.max(-1, ...tagsIn(header).map((tag) => Number(tag.slice(1, -1))));
}

/** @throws AppError invalid_request for a header that is no revision */
export function ifMatchRevision(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const revision = /^"?(\d{1,15})"?$/.exec(header)?.[1];
  if (revision === undefined)
    throw new AppError(
      'invalid_request',
      'Send If-Match with the one revision that was read, for example "3". A list, a weak tag and * do not say which.',
    );
  return Number(revision);
}
