import type { TracedValue } from '#shared/schemas/asset.schema.ts';
import { fieldValueText } from '#shared/value-text.ts';
import type { AssetValue } from '../inventory/asset.ts';
import type { ExportCell } from './export-table.ts';

type WireItem = Exclude<TracedValue['value'], readonly unknown[]>;

const BETWEEN = '; ';

/** The values of a field in one cell: a single number or truth value as such, everything else in the words of the screens. */
export function cellOfValues(field: string, values: readonly AssetValue[] = []): ExportCell {
  const items = values.flatMap<WireItem>(({ value }) => value);
  const [first] = items;
  if (first === undefined) return null;
  if (items.length === 1 && (typeof first === 'number' || typeof first === 'boolean')) return first;
  return items.map((item) => fieldValueText(field, item)).join(BETWEEN);
}
