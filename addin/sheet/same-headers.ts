import { cellText } from '#shared/schemas/cell.schema.ts';
import type { ReadSheet } from './understand.ts';

/** Whether what was shown of a sheet still says how its columns are read; its rows may be others. */
export function hasSameHeaders(shown: ReadSheet, now: ReadSheet): boolean {
  return (
    shown.headers.length === now.headers.length &&
    shown.headers.every((cell, at) => cellText(cell) === cellText(now.headers[at] ?? null))
  );
}
