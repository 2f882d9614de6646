import type { CellPlaceView } from '#shared/schemas/asset.schema.ts';
import { cellPlaceText } from './cell-place.ts';

/** Where a value stands: `Servers!B7 in northwind.xlsx`. The same wherever a cell is evidence of something. */
export function CellPlace({ cell }: { cell: CellPlaceView }) {
  return (
    <>
      <bdi>{cellPlaceText(cell)}</bdi>
      {cell.filename !== null && (
        <>
          {' '}
          in <bdi>{cell.filename}</bdi>
        </>
      )}
    </>
  );
}
