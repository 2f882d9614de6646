import { columnLetters, columnNumber } from '#shared/cell-address.ts';
import { FILE_MERGED_MAX, SHEET_MAX_COLUMNS, SHEET_MAX_ROWS } from '#shared/limits.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cellOf, valueText, type CellContext } from './xlsx-cell.ts';
import type { SheetCells } from './parsed-workbook.ts';
import { isTrue, readXml, type Attributes, type XmlHandler } from './read-xml.ts';
import { relationId } from './workbook-parts.ts';
import { WorkbookError, type MergedArea } from './workbook-port.ts';

/** A sheet as its part has it. Rows and columns from 1. */
export interface ReadSheet {
  cells: SheetCells;
  lastRow: number;
  hiddenRows: number[];
  hiddenColumns: number[];
  merged: MergedArea[];
  /** Formulas without a saved result. */
  unsaved: { row: number; column: number }[];
  /** Rows all of whose values are struck through. */
  struckRows: number[];
  /** Relations of the sheet that are its tables. */
  tableIds: ReadonlySet<string>;
}

const LAST_ROW = SHEET_MAX_ROWS + 1;
const PLACE = /^([A-Z]{1,3})(\d{1,7})$/;
const AREA = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/** Reads what the product uses of a sheet; validations, conditional formats and the like are passed over. @throws where it is broken */
export async function readSheet(pieces: AsyncIterable<Uint8Array>, context: CellContext): Promise<ReadSheet> {
  const handler = new SheetHandler(context);
  await readXml(pieces, handler);
  return handler.sheet();
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  text: string;
  hasFormula: boolean;
  hasResult: boolean;
}

class SheetHandler implements XmlHandler {
  private readonly context: CellContext;
  private readonly cells = new Map<number, { firstColumn: number; cells: Cell[] }>();
  private readonly hiddenRows = new Set<number>();
  /** How many more of the hidden ranges a column is in than the one before it. */
  private readonly hiddenSteps = new Int32Array(SHEET_MAX_COLUMNS + 2);
  private readonly merged: MergedArea[] = [];
  private readonly unsaved: { row: number; column: number }[] = [];
  private readonly struckRows = new Set<number>();
  private readonly tableIds = new Set<string>();
  private lastRow = 0;
  /** Where it stands; rows and cells that do not say it follow one another. */
  private row = 0;
  private column = 0;
  private isInRow = false;
  private rowCells: { column: number; value: Cell; isStruck: boolean }[] = [];
  private cell: OpenCell | null = null;
  private isText = false;

  constructor(context: CellContext) {
    this.context = context;
  }

  open(name: string, attributes: Attributes, parent: string): void {
    this.isText = false;
    switch (name) {
      case 'row':
        return this.openRow(attributes, parent);
      case 'c':
        return this.openCell(attributes, parent);
      case 'col':
        return parent === 'cols' ? this.hide(attributes) : undefined;
      case 'mergeCell':
        return parent === 'mergeCells' ? this.merge(attributes) : undefined;
      case 'tablePart':
        this.tableIds.add(relationId(attributes));
        return undefined;
      default:
        if (this.cell !== null) this.openWithin(this.cell, name, parent);
        return undefined;
    }
  }

  text(piece: string): void {
    if (this.isText && this.cell !== null) this.cell.text += piece;
  }

  close(name: string): void {
    this.isText = false;
    if (name === 'c' && this.cell !== null) this.closeCell(this.cell);
    if (name !== 'row') return;
    if (this.rowCells.length > 0) this.closeRow();
    this.isInRow = false;
  }

  sheet(): ReadSheet {
    const { cells, lastRow, merged, unsaved, tableIds } = this;
    const hiddenColumns: number[] = [];
    for (let column = 1, depth = 0; column <= SHEET_MAX_COLUMNS; column += 1) {
      depth += this.hiddenSteps[column] ?? 0;
      if (depth > 0) hiddenColumns.push(column);
    }
    const [hiddenRows, struckRows] = [[...this.hiddenRows], [...this.struckRows]];
    return { cells, lastRow, hiddenRows, hiddenColumns, merged, unsaved, struckRows, tableIds };
  }

  private openRow({ r, hidden, ht }: Attributes, parent: string): void {
    if (parent !== 'sheetData') return;
    this.row = within(r === undefined ? this.row + 1 : Number(r), LAST_ROW);
    this.column = 0;
    this.isInRow = true;
    this.rowCells = [];
    this.lastRow = Math.max(this.lastRow, this.row);
    if (isTrue(hidden) || isZero(ht)) this.hiddenRows.add(this.row);
  }

  private openCell({ r, t = 'n', s = '0' }: Attributes, parent: string): void {
    if (parent !== 'row' || !this.isInRow) return;
    const letters = r === undefined ? undefined : PLACE.exec(r)?.[1];
    this.column = within(letters === undefined ? this.column + 1 : columnNumber(letters), SHEET_MAX_COLUMNS);
    this.cell = { column: this.column, type: t, style: Number(s), text: '', hasFormula: false, hasResult: false };
  }

  private openWithin(cell: OpenCell, name: string, parent: string): void {
    if (name === 'f') cell.hasFormula = true;
    if (name === 'v') cell.hasResult = true;
    this.isText = cell.type === 'inlineStr' ? name === 't' && parent !== 'rPh' : name === 'v';
  }

  private closeCell(cell: OpenCell): void {
    this.cell = null;
    // A saved text may be empty.
    const isUnsaved = cell.hasFormula && valueText(cell) === '' && !(cell.hasResult && cell.type === 'str');
    if (isUnsaved) this.unsaved.push({ row: this.row, column: cell.column });
    const value = cellOf(cell, this.context);
    if (value === undefined) throw this.missing('a text', cell);
    const hasFormat = cell.style === 0 || this.context.formats[cell.style] !== undefined;
    if (typeof value === 'number' && !hasFormat) throw this.missing('a number in a format', cell);
    const isStruck = this.context.struckStyles.has(cell.style);
    if (value !== null) this.rowCells.push({ column: cell.column, value, isStruck });
  }

  private missing(what: string, { column }: OpenCell): WorkbookError {
    return new WorkbookError(
      'unreadable_file',
      `The cell ${columnLetters(column)}${this.row} of the sheet "${this.context.sheet}" shows ${what} that is not in the file.`,
      'Open it in Excel, save it again as .xlsx, and choose that file.',
    );
  }

  private closeRow(): void {
    const row = this.rowCells;
    this.rowCells = [];
    if (row.some(({ column }, at) => column <= (row[at - 1]?.column ?? 0))) row.sort((a, b) => a.column - b.column);
    const [first, last] = [row[0]?.column ?? 1, row.at(-1)?.column ?? 1];
    this.context.room.extend({ row: this.row, first, last });
    // Some tools write a row in two.
    const known = this.cells.get(this.row);
    const isStruck = row.every((cell) => cell.isStruck) && (known === undefined || this.struckRows.has(this.row));
    if (isStruck) this.struckRows.add(this.row);
    else this.struckRows.delete(this.row);
    const firstColumn = Math.min(first, known?.firstColumn ?? first);
    const cells = known?.cells ?? [];
    if (known !== undefined && firstColumn < known.firstColumn)
      cells.unshift(...Array.from({ length: known.firstColumn - firstColumn }, () => null));
    for (const { column, value } of row) {
      while (cells.length < column - firstColumn) cells.push(null);
      cells[column - firstColumn] = value;
    }
    this.cells.set(this.row, { firstColumn, cells });
  }

  private hide({ min, max, hidden, width }: Attributes): void {
    const [first, last] = [Number(min), Math.min(Number(max), SHEET_MAX_COLUMNS)];
    if (!(isTrue(hidden) || isZero(width)) || !(first >= 1 && first <= last)) return;
    this.hiddenSteps[first] = (this.hiddenSteps[first] ?? 0) + 1;
    this.hiddenSteps[last + 1] = (this.hiddenSteps[last + 1] ?? 0) - 1;
  }

  private merge({ ref = '' }: Attributes): void {
    const [, left, top, right, bottom] = AREA.exec(ref) ?? [];
    if (left === undefined || right === undefined) return;
    const [row, column] = [Number(top), columnNumber(left)];
    this.merged.push({ row, column, rows: Number(bottom) - row + 1, columns: columnNumber(right) - column + 1 });
    if (this.merged.length > FILE_MERGED_MAX) throw tooManyMerged();
  }
}

/** Without height or width, nothing is seen of it. */
const isZero = (size: string | undefined): boolean => size !== undefined && Number(size) === 0;

/** Excel opens no sheet with cells outside of it. */
function within(at: number, last: number): number {
  if (Number.isInteger(at) && at >= 1 && at <= last) return at;
  throw new Error('A cell stands outside of every sheet.');
}

function tooManyMerged(): WorkbookError {
  return new WorkbookError(
    'too_large_to_read',
    'A sheet of the file has more merged cells than can be read.',
    'Unmerge its cells in Excel, save it, and choose it again.',
  );
}
