import { fieldLabel } from './field-label.ts';
import { formatNumber } from './format.ts';
import type { TracedValue } from './schemas/asset.schema.ts';
import { assetClasses } from './statuses.ts';
import { systemName } from './system-names.ts';
import { targetFields } from './target-fields.ts';

export type CleansedValue = TracedValue['value'];

const closedVocabularies = new Set(targetFields.filter(({ type }) => type === 'enum').map(({ name }) => name));
const classes: ReadonlySet<CleansedValue> = new Set(assetClasses);

/** A value of a field; `quality_assurance` reads `Quality assurance` where the field has a vocabulary of its own. */
export function fieldValueText(field: string, value: CleansedValue): string {
  const text = valueText(value);
  const isWord = closedVocabularies.has(field) || (field === 'asset_type' && classes.has(value));
  return isWord && typeof value === 'string' ? fieldLabel(text) : text;
}

const UNITS: Readonly<Record<string, string>> = { gb: 'GB', mhz: 'MHz', mbps: 'Mbps', percent: '%', percent_max: '%' };
const UNIT = new RegExp(`_(${Object.keys(UNITS).join('|')})$`);

/** The same, a figure with the unit its field is kept in, `16 GB`, and thousands kept apart, also those of an amount. */
export function measuredValueText(field: string, value: CleansedValue): string {
  if (typeof value === 'object' && 'amount' in value)
    return said([formatNumber(Number(value.amount)), value.currency]).join(' ');
  if (typeof value !== 'number') return fieldValueText(field, value);
  const unit = UNITS[UNIT.exec(field)?.[1] ?? ''];
  return unit === undefined ? String(value) : `${formatNumber(value)} ${unit}`;
}

/**
 * A cleansed value on one line: systems, amounts and names as people write them; open parts of an object are left out.
 */
export function valueText(value: CleansedValue): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'object') return String(value);
  if ('family' in value) return systemText(value);
  if ('amount' in value) return said([value['amount'], value['currency']]).join(' ');
  if ('fqdn' in value) return String(value['fqdn']);
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${name.replaceAll('_', ' ')}: ${String(part)}`)
    .join(' · ');
}

export type Parts = Readonly<Record<string, string | number | boolean | null>>;

/** `Windows Server 2019 Datacenter (x86_64)`. */
export function systemText({ family = null, version = null, edition = null, architecture = null }: Parts): string {
  const name = family === null ? null : systemName(String(family));
  const system = said([name, version, edition]).join(' ');
  if (architecture === null) return system;
  return system === '' ? String(architecture) : `${system} (${String(architecture)})`;
}

function said(parts: readonly unknown[]): string[] {
  return parts.filter((part) => part !== null && part !== undefined).map(String);
}
