import { AppError } from '../platform/app-error.ts';

/**
 * Cursors are ids, and ids say what they are of. Any other text would begin anywhere in a list, or end it, without a word.
 *
 * @param form what all ids of the list begin with, or look like
 * @throws AppError invalid_request
 */
export function assertCursor(cursor: string | undefined, form: string | RegExp): void {
  if (cursor === undefined) return;
  if (typeof form === 'string' ? cursor.startsWith(form) : form.test(cursor)) return;
  throw unknownCursor();
}

/** The list cannot go on from there. */
export function unknownCursor(): AppError {
  const message =
    'This is no next_cursor of this list, or the list was made anew since. Begin with the first page: send no cursor.';
  const problem = { code: 'unknown_cursor', field: 'query.cursor', row: null, column: null, message };
  return new AppError('invalid_request', `query.cursor: ${message}`, { problems: [problem], problems_total: 1 });
}
