import type { AssetValue } from '../inventory/asset.ts';
import type { ExportCell } from './export-table.ts';

const BETWEEN = '; ';

/** The values of a field in one cell: a single number or truth value as such, everything else as text. */
export function cellOfValues(values: readonly AssetValue[] | undefined): ExportCell {
  if (values === undefined || values.length === 0) return null;
  const [first] = values;
  if (values.length === 1 && (typeof first?.value === 'number' || typeof first?.value === 'boolean'))
    return first.value;
  return values.map(({ value }) => textOf(value)).join(BETWEEN);
}

function textOf(value: AssetValue['value']): string {
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.join(BETWEEN);
  if ('fqdn' in value) return value.fqdn;
  if ('amount' in value) return [String(value.amount), value.currency ?? ''].join(' ').trim();
  if (!('family' in value)) return '';
  return [value.family, value.version, value.edition, value.architecture].filter((part) => part !== null).join(' ');
}
