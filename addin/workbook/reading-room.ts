import { formatNumber } from '#shared/format.ts';
import { FILE_CELLS_MAX, FILE_LETTERS_MAX, FILE_ROWS_MAX } from '#shared/limits.ts';
import { WorkbookError } from './workbook-port.ts';

/** A row of cells: its row and its first and last column. */
interface Stretch {
  row: number;
  first: number;
  last: number;
}

const NOTHING = { top: Number.POSITIVE_INFINITY, bottom: 0, left: Number.POSITIVE_INFINITY, right: 0 };

/**
 * How much room the sheets of a file may take in memory, blanks between their cells included. One stray cell in the last
 * corner of a sheet would ask for 17 thousand million blanks, and a text that all cells share is copied for each of them.
 */
export class ReadingRoom {
  private sheet = '';
  private extent = NOTHING;
  private cellsBefore = 0;
  private rowsBefore = 0;
  private letters = 0;

  begin(sheet: string): void {
    this.cellsBefore += this.sheetCells();
    this.rowsBefore += this.sheetRows();
    this.sheet = sheet;
    this.extent = NOTHING;
  }

  /** @throws WorkbookError too_large_to_read */
  extend({ row, first, last }: Stretch): void {
    const { top, bottom, left, right } = this.extent;
    if (row >= top && row <= bottom && first >= left && last <= right) return;
    this.extent = {
      top: Math.min(top, row),
      bottom: Math.max(bottom, row),
      left: Math.min(left, first),
      right: Math.max(right, last),
    };
    if (this.cellsBefore + this.sheetCells() > FILE_CELLS_MAX) throw this.spansTooMuch();
    if (this.rowsBefore + this.sheetRows() > FILE_ROWS_MAX) throw tooManyRows();
  }

  /** @throws WorkbookError too_large_to_read */
  take(letters: number): void {
    this.letters += letters;
    if (this.letters <= FILE_LETTERS_MAX) return;
    throw new WorkbookError(
      'too_large_to_read',
      'The texts of the file are together longer than can be read from a file.',
      'Delete the columns with long texts that you do not need, or open the file in Excel and import from the add-in there.',
    );
  }

  private sheetRows(): number {
    const { top, bottom } = this.extent;
    return bottom === 0 ? 0 : bottom - top + 1;
  }

  private sheetCells(): number {
    const { left, right } = this.extent;
    return right === 0 ? 0 : this.sheetRows() * (right - left + 1);
  }

  private spansTooMuch(): WorkbookError {
    const { left, right } = this.extent;
    const together = this.cellsBefore > 0 ? 'with the sheets before it ' : '';
    return new WorkbookError(
      'too_large_to_read',
      `The sheet "${this.sheet}" spans ${this.sheetRows()} rows and ${right - left + 1} columns, ${together}more than can be read from a file.`,
      'Delete stray cells far below or right of the table, or open the file in Excel and import from the add-in there.',
    );
  }
}

function tooManyRows(): WorkbookError {
  return new WorkbookError(
    'too_large_to_read',
    `The sheets of the file have more than ${formatNumber(FILE_ROWS_MAX)} rows together.`,
    'Open it in Excel and import from the add-in there, or save the sheet in a file of its own.',
  );
}
