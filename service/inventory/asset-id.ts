import { createHash } from 'node:crypto';

/** The id of the asset that a row of an import is the first to speak of: a repeated run makes the same one. */
export function assetId(dataImportId: string, firstRow: number): string {
  return `ast_${createHash('sha256').update(`${dataImportId}:${firstRow}`).digest('hex').slice(0, 32)}`;
}
