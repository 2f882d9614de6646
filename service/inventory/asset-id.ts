import { createHash } from 'node:crypto';

const IMPORT_DIGITS = 16;
/** Of 1,048,576 rows at most. */
const ROW_DIGITS = 7;

/** An asset's id: what it has in common with the others of its import, and the row. */
export const ASSET_ID = new RegExp(`^(ast_[0-9a-f]{${IMPORT_DIGITS}})(\\d{${ROW_DIGITS}})$`);

/** @param ofImport the first group of `ASSET_ID` */
export function assetIdOf(ofImport: string, firstRow: number): string {
  return ofImport + String(firstRow).padStart(ROW_DIGITS, '0');
}

/** The ids of an import's assets by row, its share of them worked out once. */
export function assetIdsOf(dataImportId: string): (firstRow: number) => string {
  const digest = createHash('sha256').update(dataImportId).digest('hex').slice(0, IMPORT_DIGITS);
  return (firstRow) => assetIdOf(`ast_${digest}`, firstRow);
}

/**
 * The id of the asset that a row of an import is the first to speak of: a repeated run makes the same one. Those of one
 * import follow its rows, so that they are stored and read one after the other.
 */
export function assetId(dataImportId: string, firstRow: number): string {
  return assetIdsOf(dataImportId)(firstRow);
}

/** The ids of all assets that an import is the first to speak of. */
export function assetIdsWithin(dataImportId: string): IdRange & { to: string } {
  const idOf = assetIdsOf(dataImportId);
  return { from: idOf(0), to: idOf(10 ** ROW_DIGITS - 1) };
}

/** Ids from `from` on and before `to`; null: to the last. */
export interface IdRange {
  from: string;
  to: string | null;
}

/** Sorts behind every id. */
const END = '\uffff';

/** So many ranges that together hold every id: from one cut to the next, and empty ones where there are fewer cuts. */
export function rangesBetween(cuts: readonly string[], count: number): IdRange[] {
  return Array.from({ length: count }, (_, at) => {
    if (at > cuts.length) return { from: END, to: END };
    return { from: cuts[at - 1] ?? '', to: cuts[at] ?? null };
  });
}
