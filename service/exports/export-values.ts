import type { TracedValue } from '#shared/schemas/asset.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import { fieldValueText } from '#shared/value-text.ts';
import type { AssetValue } from '../inventory/asset.ts';
import type { ExportCell } from './export-table.ts';

/** What an export knows of a field. */
export type ExportField = Pick<TargetField, 'name' | 'type'>;

type WireItem = Exclude<TracedValue['value'], readonly unknown[]>;

/** Between what one cell lists. */
export const BETWEEN = '; ';

/** The values of a field in one cell: a single number, truth value, date or amount as such, all else in the words of the screens. */
export function cellOfValues(field: ExportField, values: readonly AssetValue[] = []): ExportCell {
  const items = values.flatMap<WireItem>(({ value }) => value);
  const [first] = items;
  if (first === undefined) return null;
  return (
    (items.length === 1 ? typedCell(field, first) : null) ??
    items.map((item) => fieldValueText(field.name, item)).join(BETWEEN)
  );
}

function typedCell({ type }: ExportField, item: WireItem): ExportCell {
  if (typeof item === 'number' || typeof item === 'boolean') return item;
  if (typeof item === 'string') return type === 'date' || type === 'datetime' ? { iso: item } : null;
  const { amount, currency = null } = item;
  return typeof amount === 'number' ? { amount, currency: currency === null ? null : String(currency) } : null;
}
