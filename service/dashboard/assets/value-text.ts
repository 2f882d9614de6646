import type { TracedValue } from '#shared/schemas/asset.schema.ts';

type CleansedValue = TracedValue['value'];

/** A cleansed value on one line; what an object says nothing about is left out. */
export function valueText(value: CleansedValue): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${name.replaceAll('_', ' ')}: ${String(part)}`)
    .join(' · ');
}
