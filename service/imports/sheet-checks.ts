import { countOf, formatNumber } from '#shared/format.ts';
import { CELL_MAX_CHARACTERS, SHEET_MAX_COLUMNS } from '#shared/limits.ts';
import { cellProblem, textProblem } from './cell-check.ts';
import type { ProblemList } from './problem-list.ts';

/**
 * Headers as they are named in the request: exact, none required to be unique, at least one of them not blank.
 *
 * @param field the body field a problem is reported under
 */
export function checkHeaders(headers: readonly string[], field: string, problems: ProblemList): void {
  if (headers.every((header) => header.trim() === '')) {
    problems.add({
      code: 'no_header',
      field,
      message: 'No column has a header. Choose the row that holds the headers.',
    });
  }
  if (headers.length > SHEET_MAX_COLUMNS)
    problems.add({
      code: 'too_many_columns',
      field,
      message: `There are ${formatNumber(headers.length)} columns; a sheet has at most ${formatNumber(SHEET_MAX_COLUMNS)}.`,
    });
  headers.forEach((header, index) => {
    const column = index + 1;
    if (header.length > CELL_MAX_CHARACTERS)
      problems.add({
        code: 'header_too_long',
        field,
        column,
        message: `This header has more than ${CELL_MAX_CHARACTERS} characters.`,
      });
    const message = textProblem(header);
    if (message === null) return;
    const code = header.includes('\u0000') ? 'nul_character' : 'half_character';
    problems.add({ code, field, column, message });
  });
}

/** Rows as they were sent, and how a problem names them. */
interface SentRows {
  rows: readonly unknown[];
  headers: readonly string[];
  /** The body field. */
  field: string;
  /** Row number of the first one. */
  firstRow: number;
}

/** One pass over all cells; it runs for every cell of a million rows, so it makes nothing for a good one. */
export function checkRows(sent: SentRows, problems: ProblemList): void {
  if (sent.rows.length === 0)
    problems.add({
      code: 'no_rows',
      field: sent.field,
      message: 'There is no row below the header. Select the data too.',
    });
  for (let index = 0; index < sent.rows.length; index += 1) checkRow(sent, index, problems);
}

function checkRow({ rows, headers, field, firstRow }: SentRows, index: number, problems: ProblemList): void {
  const cells = rows[index];
  const row = firstRow + index;
  if (!Array.isArray(cells)) {
    const message = 'This row is neither an object nor an array of cells.';
    problems.add({ code: 'not_a_row', field, row, message });
    return;
  }
  if (cells.length !== headers.length)
    problems.add({
      code: 'ragged_row',
      field,
      row,
      column: Math.min(cells.length, headers.length) + 1,
      message: `This row has ${countOf(cells.length, 'cell')}, the header has ${headers.length}. Fill up or cut the row.`,
    });
  for (let at = 0; at < cells.length; at += 1) {
    const message = cellProblem(cells[at]);
    if (message !== null) problems.add({ code: 'bad_cell', field: headers[at] ?? field, row, column: at + 1, message });
  }
}
