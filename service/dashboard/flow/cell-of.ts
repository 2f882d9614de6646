import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { RawRecord } from '#shared/schemas/import.schema.ts';

/** A cell by its column's key. Only own keys count: a column may be called `constructor` or `__proto__`. */
export function cellOf(record: RawRecord, key: string): Cell {
  return Object.hasOwn(record.raw_data, key) ? (record.raw_data[key] ?? null) : null;
}
