import type { AssetSource, AssetValue } from './asset.ts';
import { isSameValue } from './diff.ts';
import { NAME_FIELDS } from './fold.ts';
import type { ReadRecord } from './read-records.ts';

const NAMES: ReadonlySet<string> = new Set(NAME_FIELDS);

/**
 * What records of one asset say otherwise than the one that counts; not of fields a person decided on, nor of names, as one
 * asset may go by several.
 */
export function overruledValues(
  records: readonly ReadRecord[],
  { values }: Pick<AssetSource, 'values'>,
  decided: Readonly<Record<string, unknown>> = {},
): AssetValue[] {
  if (records.length === 1) return [];
  return records.flatMap((record) =>
    Object.entries(record.values).flatMap(([field, said]) => {
      if (NAMES.has(field) || Object.hasOwn(decided, field)) return [];
      const counts = values[field] ?? [];
      return said.filter(({ value }) => !counts.some((one) => isSameValue(one.value, value)));
    }),
  );
}
