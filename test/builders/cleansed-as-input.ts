import { isList, type CleansedItem, type CleansedValue, type CleanseOptions } from '#service/cleansing/cleansed.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';

const UNIT_OF_VALUES: Readonly<Record<string, string>> = {
  memory_gb: 'GB',
  storage_gb: 'GB',
  storage_used_gb: 'GB',
  database_size_gb: 'GB',
  network_throughput_mbps: 'Mbps',
  cpu_speed_mhz: 'MHz',
};

/** A cleansed value as the cell to write, and the options its column then has: cleansing that gives the same value. */
export function asInput(field: string, value: CleansedValue): { cell: Cell; options: CleanseOptions } {
  const unit = UNIT_OF_VALUES[field];
  const options: CleanseOptions = unit === undefined ? {} : { unit };
  if (value === null || typeof value !== 'object') return { cell: value, options };
  return { cell: isList(value) ? value.map(itemText).join(', ') : JSON.stringify(value), options };
}

const itemText = (item: CleansedItem): string => (typeof item === 'object' ? JSON.stringify(item) : String(item));
