import { namesText } from '../format.ts';
import type { ImportDetail } from '../schemas/import.schema.ts';

/** What was done to merged cells before the rows were sent; null: nothing. */
export function filledWords({ columns, filled_columns: filled }: ImportDetail): string | null {
  if (filled.length === 0) return null;
  const names = columns.filter(({ index }) => filled.includes(index)).map(({ key }) => key);
  return `Merged cells in ${namesText(names)} were filled down in the pane: each row they stand over has their value.`;
}
