import { mayBeTooLarge } from './excel-errors.ts';
import { rangeOf } from './excel-sources.ts';
import type { MergedArea, SheetMarks, SheetSource } from './workbook-port.ts';

/** What Excel knows of a source beside its cells. Formulas have their results there. */
export async function readExcelMarks(context: Excel.RequestContext, source: SheetSource): Promise<SheetMarks> {
  const range = rangeOf(context, source, 0, source.rowCount).load('rowIndex,columnIndex,columnHidden');
  await context.sync();
  const hiddenColumns = await hiddenIn(context, range, source.columnCount);
  return { merged: await mergedIn(context, range), hiddenColumns, unsaved: [], struckRows: [] };
}

/** Excel says true, false, or null for "some". */
async function hiddenIn(context: Excel.RequestContext, range: Excel.Range, columnCount: number): Promise<number[]> {
  const isHidden = range.columnHidden as boolean | null;
  const all = Array.from({ length: columnCount }, (_, at) => at);
  if (isHidden !== null) return isHidden ? all : [];
  const columns = range.getColumnProperties({ columnHidden: true });
  await context.sync();
  return all.filter((at) => columns.value[at]?.columnHidden === true);
}

/** An Excel from before 2021 does not tell, nor does one tell of more areas than fit one answer. */
async function mergedIn(context: Excel.RequestContext, range: Excel.Range): Promise<MergedArea[]> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return [];
  const merged = range.getMergedAreasOrNullObject();
  merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  try {
    await context.sync();
  } catch (error) {
    if (mayBeTooLarge(error)) return [];
    throw error;
  }
  if (merged.isNullObject) return [];
  return merged.areas.items
    .map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
      row: rowIndex - range.rowIndex,
      column: columnIndex - range.columnIndex,
      rows: rowCount,
      columns: columnCount,
    }))
    .filter(({ row, column }) => row >= 0 && column >= 0);
}
