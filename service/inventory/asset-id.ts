import { createHash } from 'node:crypto';

/** The id of the asset that a row of an import is the first to speak of: a repeated run makes the same one. */
export function assetId(dataImportId: string, firstRow: number): string {
  return `ast_${createHash('sha256').update(`${dataImportId}:${firstRow}`).digest('hex').slice(0, 32)}`;
}

/** Ids from `from` on and before `to`; null: to the last. */
export interface IdRange {
  from: string;
  to: string | null;
}

const CUT_DIGITS = 8;

/** All ids in so many ranges with about as many assets each: their digits are a digest's. */
export function idRanges(count: number): IdRange[] {
  const cut = (at: number): string =>
    `ast_${Math.floor((at / count) * 16 ** CUT_DIGITS)
      .toString(16)
      .padStart(CUT_DIGITS, '0')}`;
  return Array.from({ length: count }, (_, at) => ({
    from: at === 0 ? '' : cut(at),
    to: at === count - 1 ? null : cut(at + 1),
  }));
}
