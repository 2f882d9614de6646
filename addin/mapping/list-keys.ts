import type { KeyboardEvent } from 'react';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { changeOnKey, type MappingChange } from './mapping-change.ts';

/** The list the keys are pressed in, and what they can do there. */
interface KeyedList {
  /** In the order of the rows. */
  found: readonly FieldMapping[];
  isToReview: (mapping: FieldMapping) => boolean;
  focusSearch: () => void;
  /** Brings the row at this place into the page. */
  reveal: (at: number) => void;
  /** What was decided last, which U takes back from a row that nothing was decided on. */
  decidedLast: FieldMapping | undefined;
  /** Null where nothing can be decided. */
  change: ((mapping: FieldMapping, change: MappingChange) => void) | null;
}

/** Arrow keys move, within a row to its buttons and back, Enter approves, Delete leaves out, U undoes, N goes to the next to review, / searches. */
export function onListKey(
  event: KeyboardEvent<HTMLElement>,
  { found, isToReview, focusSearch, reveal, decidedLast, change }: KeyedList,
): void {
  const target = event.target as HTMLElement;
  if (target.closest('input, select') || event.ctrlKey || event.metaKey || event.altKey) return;
  const list = event.currentTarget;
  const rows = rowsOf(list);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  switch (event.key) {
    case 'ArrowDown':
      rows[Math.min(rows.length - 1, at + 1)]?.focus();
      break;
    case 'ArrowUp':
      rows[Math.max(0, at - 1)]?.focus();
      break;
    case 'Home':
      rows[0]?.focus();
      break;
    case 'End':
      rows.at(-1)?.focus();
      break;
    case 'ArrowRight':
    case 'ArrowLeft': {
      const isOn = (event.key === 'ArrowRight') === (getComputedStyle(list).direction === 'ltr');
      const stops = stopsOf(rows[at]);
      const stop = stops.findIndex((one) => one === document.activeElement);
      if (stop < 0) return;
      stops[stop + (isOn ? 1 : -1)]?.focus();
      break;
    }
    case 'n':
    case 'N': {
      const next = found.findIndex((mapping, index) => index > at && isToReview(mapping));
      if (next >= rows.length) reveal(next);
      rowsOf(list)[next]?.focus();
      break;
    }
    case '/':
      focusSearch();
      break;
    default: {
      const isUndecided = found[at]?.status === 'suggested' || at < 0;
      const meant = isUndecided && event.key.toLowerCase() === 'u' ? decidedLast : found[at];
      // A button does what Enter says on it.
      const isPressed = target.tagName === 'BUTTON' && event.key === 'Enter';
      const wanted = meant === undefined || isPressed ? null : changeOnKey(meant, event.key);
      if (meant === undefined || wanted === null || change === null) return;
      change(meant, wanted);
    }
  }
  event.preventDefault();
}

/** Makes that row the one the Tab key comes to; without one, the row that was, or the first. */
export function keepTabStop(list: HTMLElement, row?: HTMLElement | null): void {
  const rows = rowsOf(list);
  const stop = row ?? rows.find(({ tabIndex }) => tabIndex === 0) ?? rows[0];
  for (const one of rows) one.tabIndex = one === stop ? 0 : -1;
}

/** A row and its buttons; what is in its details takes arrows for itself. */
function stopsOf(row: HTMLElement | undefined): HTMLElement[] {
  return row === undefined ? [] : [row, ...row.querySelectorAll<HTMLElement>('[data-actions] button')];
}

export const rowsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-mapping]')];
