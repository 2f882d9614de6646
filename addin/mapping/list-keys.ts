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
  /** Null where nothing can be decided. */
  change: ((mapping: FieldMapping, change: MappingChange) => void) | null;
}

/** Arrow keys move, Enter approves, Delete leaves out, U undoes, N goes to the next to review, / searches. */
export function onListKey(
  event: KeyboardEvent<HTMLElement>,
  { found, isToReview, focusSearch, reveal, change }: KeyedList,
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
      const focused = found[at];
      // A button does what Enter says on it.
      const isPressed = target.tagName === 'BUTTON' && event.key === 'Enter';
      const wanted = focused === undefined || isPressed ? null : changeOnKey(focused, event.key);
      if (focused === undefined || wanted === null || change === null) return;
      change(focused, wanted);
    }
  }
  event.preventDefault();
}

const rowsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-mapping]')];
