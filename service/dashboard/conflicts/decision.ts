import type { AssetChangeView, TracedValue } from '#shared/schemas/asset.schema.ts';
import type { ConflictDetail, DecisionRequest } from '#shared/schemas/conflict.schema.ts';
import type { ConflictAction } from '#shared/statuses.ts';
import { compareValues, isDiffering } from './compare-sides.ts';
import { nameToldApart } from './told-apart.ts';

/** One of the decisions that can be made on a conflict. */
interface DecisionOption {
  /** Of a radio button. */
  id: string;
  action: ConflictAction;
  /** With `merge`: the asset to merge into; null: a new one. */
  assetId: string | null;
  label: string;
}

/** What can be decided: one asset (each candidate, or a new one), several assets, none. */
export function decisionOptions(conflict: ConflictDetail): DecisionOption[] {
  const { candidates, things } = conflict;
  const known = candidates.flatMap(({ asset_id: assetId, name }) => {
    if (assetId === null) return [];
    const label = `The asset ${nameToldApart({ asset_id: assetId, name }, conflict)} of the inventory`;
    return [{ id: `merge ${assetId}`, action: 'merge' as const, assetId, label }];
  });
  const isOne = things.length === 1;
  return [
    ...known,
    {
      id: 'merge',
      action: 'merge',
      assetId: null,
      label: isOne ? 'A new asset' : 'One new asset',
    },
    ...(isOne
      ? []
      : [{ id: 'separate', action: 'separate' as const, assetId: null, label: 'Separate assets, one for each' }]),
    { id: 'leave_out', action: 'leave_out', assetId: null, label: 'No assets: leave them out of the inventory' },
  ];
}

/** The row of a held record whose value counts; null: the value of the asset that is merged into. */
export type ChosenRow = number | null;

/** A field in which what is to be one thing differs, with what a merge can take: the values of one row, or the asset's. */
export interface ChoosableField {
  field: string;
  options: { row: ChosenRow; values: TracedValue[] }[];
}

/** @param into the asset that is merged into; null: a new one */
export function choosableFields({ sides }: Pick<ConflictDetail, 'sides'>, into: string | null): ChoosableField[] {
  const merged = sides.filter(({ asset_id: id }) => id === null || id === into);
  return compareValues(merged)
    .filter(({ verdict }) => isDiffering(verdict))
    .map(({ name, values }) => ({
      field: name,
      options: values.flatMap((found, at) => {
        const row = merged[at]?.asset_id === null ? found[0]?.row_number : null;
        return found.length === 0 || row === undefined ? [] : { row, values: found };
      }),
    }));
}

/**
 * Whose value counts unless another is chosen: that of the first record that says something, or what the decision would
 * leave in the asset.
 *
 * @param written the asset as the decision would change it; undefined while that is not known
 */
export function countingRow(
  { field, options }: ChoosableField,
  written: Pick<AssetChangeView, 'kind' | 'changes'> | undefined,
): ChosenRow {
  const first = options.find(({ row }) => row !== null)?.row ?? null;
  if (written === undefined) return first;
  const value = written.changes.find((change) => change.field === field)?.after[0];
  const own = options.find(({ row }) => row === null);
  if (value === undefined) return own === undefined ? first : null;
  const said = JSON.stringify(value.value);
  const from = options.find(({ row, values }) => row === value.row_number && JSON.stringify(values[0]?.value) === said);
  return from === undefined ? first : from.row;
}

/**
 * @param rows by field, the row whose value counts; what the option does not offer is left out
 * @param conflict as it is looked at
 */
export function requestOf(
  { action, assetId }: DecisionOption,
  rows: ReadonlyMap<string, ChosenRow>,
  conflict: Pick<ConflictDetail, 'sides' | 'version'>,
): DecisionRequest {
  const offered = action === 'merge' ? choosableFields(conflict, assetId) : [];
  const fields = offered.flatMap(({ field, options }) => {
    const chosen = rows.get(field);
    return chosen === undefined || options.every(({ row }) => row !== chosen) ? [] : [[field, chosen] as const];
  });
  return {
    action,
    version: conflict.version,
    ...(assetId !== null && { asset_id: assetId }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
  };
}
