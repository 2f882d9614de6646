import type { DateSystem } from '#shared/excel-dates.ts';
import { archiveWithoutSheet } from './foreign-files.ts';
import { withinCells } from './merged-cells.ts';
import { numberCells } from './number-cells.ts';
import {
  refusalOf,
  usedRange,
  type ParsedSheet,
  type ParsedWorkbook,
  type TablePart,
  type UnreadableSheet,
} from './parsed-workbook.ts';
import { ReadingRoom } from './reading-room.ts';
import { readSheet } from './read-sheet.ts';
import type { CellContext } from './xlsx-cell.ts';
import { readRelations, readTable, readWorkbookParts } from './workbook-parts.ts';
import { WorkbookError } from './workbook-port.ts';
import { ZipArchive } from './zip-archive.ts';

/**
 * Reads an .xlsx. Formulas give the result that was saved with them (none: blank, and marked), rich text and links their
 * text. Of merged cells only the top left one has the value, as in Excel. Hidden rows and columns are read like others and
 * marked; sheets the user has hidden are left out and named, as are those whose part cannot be read. Numbers with a date
 * format become date cells with the very serial number of the file. Its parts are read as they are unpacked, once and from
 * front to back, and what is in them but not imported costs nothing (docs/decisions/0052).
 *
 * @throws WorkbookError unreadable_file, unsupported_file, too_large_to_read
 */
export async function parseXlsx(bytes: ArrayBuffer): Promise<ParsedWorkbook> {
  try {
    return await parse(bytes);
  } catch (cause) {
    if (cause instanceof WorkbookError) throw cause;
    throw new WorkbookError(
      'unreadable_file',
      'The file is no readable .xlsx workbook.',
      'Open it in Excel, save it again as .xlsx, and choose that file.',
      cause,
    );
  }
}

async function parse(bytes: ArrayBuffer): Promise<ParsedWorkbook> {
  const archive = new ZipArchive(bytes);
  const parts = await readWorkbookParts(archive);
  if (parts === null || parts.sheets.length === 0) throw archiveWithoutSheet(bytes);
  const dateSystem: DateSystem = parts.date1904 ? '1904' : '1900';
  const { sharedStrings, formats, struckStyles } = parts;
  const room = new ReadingRoom();
  const context = { dateSystem, numberCell: numberCells(dateSystem), sharedStrings, formats, struckStyles, room };
  const sheets: ParsedSheet[] = [];
  const unreadableSheets: UnreadableSheet[] = [];
  for (const { name, part, isHidden, isClosed } of parts.sheets) {
    if (isHidden) continue;
    if (part === null) {
      unreadableSheets.push(unreadable(name, isClosed));
      continue;
    }
    room.begin(name);
    const sheet = await parseSheet(archive, part, { ...context, sheet: name });
    if (sheet !== null) sheets.push(sheet);
  }
  const [first] = unreadableSheets;
  if (sheets.length === 0 && first !== undefined) throw refusalOf(first);
  const hiddenSheets = parts.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  return { dateSystem, note: null, hiddenSheets, unreadableSheets, sheets };
}

function unreadable(name: string, isClosed: boolean): UnreadableSheet {
  return {
    name,
    message: isClosed
      ? `The sheet "${name}" is packed in a way that cannot be read here.`
      : `The sheet "${name}" is listed in the workbook, but its cells are not in the file.`,
    advice: 'Open it in Excel, save it again as .xlsx, and choose that file.',
  };
}

async function parseSheet(archive: ZipArchive, part: string, context: CellContext): Promise<ParsedSheet | null> {
  const { cells, lastRow, merged, tableIds, ...marked } = await readSheet(archive.read(part), context);
  const tables = tableIds.size === 0 ? [] : await readTables(archive, part, tableIds);
  const sheet = usedRange(context.sheet, cells, { marks: { ...marked, merged: [], tables }, lastRow });
  return sheet === null ? null : withinCells(sheet, merged);
}

async function readTables(archive: ZipArchive, part: string, ids: ReadonlySet<string>): Promise<TablePart[]> {
  const tables: TablePart[] = [];
  for (const { id, target } of await readRelations(archive, part)) {
    if (!ids.has(id) || !archive.has(target)) continue;
    const table = await readTable(archive, target);
    if (table !== null) tables.push(table);
  }
  return tables;
}
