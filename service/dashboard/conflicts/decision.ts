import type { TracedValue } from '#shared/schemas/asset.schema.ts';
import type { ConflictDetail, DecisionRequest } from '#shared/schemas/conflict.schema.ts';
import type { ConflictAction } from '#shared/statuses.ts';
import { compareValues, isDiffering } from './compare-sides.ts';

/** One of the decisions that can be made on a conflict. */
export interface DecisionOption {
  /** Of a radio button. */
  id: string;
  action: ConflictAction;
  /** With `merge`: the asset to merge into; null: a new one. */
  assetId: string | null;
  label: string;
}

/** What can be decided: one asset (each candidate, or a new one), several assets, none. */
export function decisionOptions({ candidates, things }: ConflictDetail): DecisionOption[] {
  const known = candidates.flatMap(({ asset_id: assetId, name }) =>
    assetId === null
      ? []
      : [{ id: `merge ${assetId}`, action: 'merge' as const, assetId, label: `The asset ${name} of the inventory` }],
  );
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

/** A field in which the held records themselves differ, with what a merge can take: the values of one of the rows. */
export interface ChoosableField {
  field: string;
  options: { row: number; values: TracedValue[] }[];
}

export function choosableFields({ sides }: Pick<ConflictDetail, 'sides'>): ChoosableField[] {
  return compareValues(sides.filter(({ asset_id: id }) => id === null))
    .filter(({ verdict }) => isDiffering(verdict))
    .map(({ name, values }) => ({
      field: name,
      options: values.flatMap((found) => found.slice(0, 1).map(({ row_number: row }) => ({ row, values: found }))),
    }));
}

/**
 * @param rows by field, the row whose value counts; only a merge has a use for them
 * @param version of the conflict that is looked at
 */
export function requestOf(option: DecisionOption, rows: ReadonlyMap<string, number>, version: string): DecisionRequest {
  const fields = Object.fromEntries(rows);
  return {
    action: option.action,
    version,
    ...(option.assetId !== null && { asset_id: option.assetId }),
    ...(option.action === 'merge' && rows.size > 0 && { fields }),
  };
}
