import type { CellPlaceView } from '#shared/schemas/asset.schema.ts';

/** `Servers!B7`; without a known range `record 7, column IP Address`. */
export function cellPlaceText(
  cell: Pick<CellPlaceView, 'address' | 'row_number' | 'source_field' | 'column_index'>,
): string {
  return cell.address ?? `record ${cell.row_number}, column ${cell.source_field ?? cell.column_index + 1}`;
}
