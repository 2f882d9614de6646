import type { SheetSource } from '../workbook/workbook-port.ts';

/** The first sheet behind the one that was imported that is not imported yet; null: none is, or that sheet is not there. */
export function nextSheet(
  imported: string | null,
  sources: readonly SheetSource[],
  isImported: (sheetName: string) => boolean,
): SheetSource | null {
  const sheets = sources.filter(({ kind, range }) => kind === 'sheet' && range !== '');
  const at = sheets.findIndex(({ sheetName }) => sheetName === imported);
  if (at < 0) return null;
  return sheets.slice(at + 1).find(({ sheetName }) => !isImported(sheetName)) ?? null;
}
