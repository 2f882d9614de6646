import { isHostLabel } from '../cleansing/host-names.ts';
import type { AssetSource, AssetValue, AssetValues } from './asset.ts';
import { seriesKey } from './sheet-series.ts';

const FIELDS = ['asset_name', 'hostname', 'fqdn'] as const;

type SourceOf = Pick<AssetSource, 'data_import_id' | 'lineage' | 'values'>;

/**
 * Fields whose newest value is a name that the asset had before: one sheet called it so, and another has renamed it since. By
 * now the name may be another asset's.
 *
 * @param inOrder of their imports
 */
export function formerNameFields(inOrder: readonly SourceOf[], found: ReadonlyMap<string, AssetValue[]>): string[] {
  const imports = new Set(FIELDS.flatMap((field) => found.get(field)?.[0]?.data_import_id ?? []));
  if (imports.size < 2) return [];
  const renamings = renamingsOf(inOrder);
  return FIELDS.filter((field) => {
    const [value] = found.get(field) ?? [];
    if (value === undefined) return false;
    const at = inOrder.findIndex(({ data_import_id: id }) => id === value.data_import_id);
    const own = seriesKey(inOrder[at]?.lineage ?? '');
    return [...renamings].some(([series, since]) => series !== own && (since.get(labelOf(value)) ?? at) > at);
  });
}

/**
 * By series, the names it gave before, with the place of the first source that said another one in the same field. A field
 * that a source leaves out renames nothing.
 */
function renamingsOf(inOrder: readonly SourceOf[]): ReadonlyMap<string, Map<string, number>> {
  const renamings = new Map<string, Map<string, number>>();
  const saidBefore = new Map<string, Set<string>>();
  for (const [at, { lineage, values }] of inOrder.entries()) {
    const series = seriesKey(lineage);
    const since = renamings.get(series) ?? new Map<string, number>();
    renamings.set(series, since);
    const said = new Set(FIELDS.flatMap((field) => namesIn(values, field)));
    for (const field of FIELDS) {
      const names = namesIn(values, field);
      if (!names.some(isHostLabel)) continue;
      const before = saidBefore.get(`${field} ${series}`) ?? new Set();
      for (const name of before) if (!said.has(name) && !since.has(name)) since.set(name, at);
      saidBefore.set(`${field} ${series}`, new Set([...before, ...names]));
    }
    for (const name of said) since.delete(name);
  }
  return renamings;
}

const namesIn = (values: AssetValues, field: string): string[] => (values[field] ?? []).map(labelOf);

const labelOf = ({ raw }: AssetValue): string => raw.trim().toLowerCase().split('.', 1)[0] ?? '';
