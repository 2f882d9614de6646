import { isDeepStrictEqual } from 'node:util';
import type { AssetState, AssetValue, AssetValues, FieldChange } from './asset.ts';
import { IDS } from './ids-of-sheets.ts';

/**
 * What changed of an asset, field by field: values that differ, whatever cell they came from. Disks and adapters appear
 * as fields of their own: `disk C:\ storage_gb`.
 */
export function diffStates(
  before: Pick<AssetState, 'values' | 'components'>,
  after: Pick<AssetState, 'values' | 'components'>,
): FieldChange[] {
  return [...diffValues(before.values, after.values, ''), ...diffComponents(before, after)];
}

function diffValues(before: AssetValues, after: AssetValues, prefix: string): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes: FieldChange[] = [];
  for (const field of [...fields].sort()) {
    const old = before[field] ?? [];
    const now = after[field] ?? [];
    if (!isSame(inPlace(field, old), inPlace(field, now)))
      changes.push({ field: `${prefix}${field}`, before: old, after: now });
  }
  return changes;
}

/** Which of several systems' ids comes first says nothing. */
function inPlace(field: string, values: readonly AssetValue[]): readonly AssetValue[] {
  if (field !== IDS || values.length < 2) return values;
  return [...values].sort((a, b) => (a.raw < b.raw ? -1 : 1));
}

function isSame(a: readonly AssetValue[], b: readonly AssetValue[]): boolean {
  return a.length === b.length && a.every((value, index) => isSameValue(value.value, b[index]?.value));
}

export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && isDeepStrictEqual(a, b));
}

function diffComponents(before: Pick<AssetState, 'components'>, after: Pick<AssetState, 'components'>): FieldChange[] {
  if (before.components === after.components) return [];
  const old = byLabel(before);
  const now = byLabel(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .flatMap((label) => diffValues(old.get(label) ?? {}, now.get(label) ?? {}, `${label} `));
}

/** Two of the same label are told apart by their order. */
function byLabel({ components }: Pick<AssetState, 'components'>): Map<string, AssetValues> {
  const found = new Map<string, AssetValues>();
  for (const { kind, label, values } of components) {
    const name = `${kind} ${label}`;
    let free = name;
    for (let number = 2; found.has(free); number += 1) free = `${name} (${number})`;
    found.set(free, values);
  }
  return found;
}
