import { columnLetters } from '#shared/cell-address.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { columnOf, type SheetSource } from '../workbook/workbook-port.ts';
import { isFilled, isNameLike, namesValues } from './header-row.ts';

type Rows = readonly (readonly Cell[])[];

/** Where a table stands within the rows it was found in, from 0; the ends are included. */
interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Tables beside or below one another, in a sheet that is read as one; empty where there is one only. */
export function findTables(rows: Rows, headerIndex: number): Block[] {
  if (headerIndex < 0) return [];
  const beside = besideOneAnother(rows, headerIndex);
  if (beside.length > 1) return beside;
  const below = belowOneAnother(rows, headerIndex);
  return below.length > 1 ? below : [];
}

/** Blocks of columns with a blank one between, that end in different rows, repeat a header, or stand far apart. */
function besideOneAnother(rows: Rows, top: number): Block[] {
  const blocks: Block[] = [];
  const width = Math.max(0, ...rows.slice(top).map((row) => row.length));
  for (let column = 0; column < width; column += 1) {
    const bottom = rows.findLastIndex((row, at) => at >= top && isFilled(row[column] ?? null));
    if (bottom < top) continue;
    const before = blocks.at(-1);
    if (before?.right === column - 1) Object.assign(before, { right: column, bottom: Math.max(before.bottom, bottom) });
    else blocks.push({ top, bottom, left: column, right: column });
  }
  const namesOf = ({ left, right }: Block): string[] =>
    (rows[top] ?? [])
      .slice(left, right + 1)
      .filter(isFilled)
      .map((cell) => cellText(cell).trim());
  const areApart = blocks.every((block, at) => {
    const before = blocks[at - 1];
    if (namesOf(block).length < 2 || block.bottom === top) return false;
    if (before === undefined || block.left - before.right > 2 || block.bottom !== before.bottom) return true;
    return namesOf(block).some((name) => namesOf(before).includes(name));
  });
  return areApart ? blocks : [];
}

/** Below a blank row stands another row of names over values. The same header again is only a repeated one. */
function belowOneAnother(rows: Rows, top: number): Block[] {
  const header = textOf(rows[top]);
  const right = Math.max(0, ...rows.map((row) => row.length - 1));
  const starts = rows.flatMap((row, at) => (at > top && isHeaderBelow(rows, at) && textOf(row) !== header ? [at] : []));
  const tops = [top, ...starts];
  return tops.map((first, at) => {
    const part = rows.slice(first, tops[at + 1]);
    const bottom = first + part.findLastIndex((row) => row.some(isFilled));
    const last = Math.max(...part.map((row) => row.findLastIndex(isFilled)));
    return { top: first, bottom, left: 0, right: Math.min(right, last) };
  });
}

/** Also below a title of its own. */
function isHeaderBelow(rows: Rows, at: number): boolean {
  if (rows[at - 1]?.some(isFilled) !== false) return false;
  const header = rows[at]?.filter(isFilled).length === 1 ? at + 1 : at;
  const names = (rows[header] ?? []).filter(isFilled);
  return names.length > 1 && names.every(isNameLike) && namesValues(rows, header);
}

const textOf = (row: readonly Cell[] = []): string =>
  row
    .map((cell) => cellText(cell).trim())
    .join('\n')
    .trimEnd();

/** A block as something to read. What reaches the last row that was looked at goes on to the end of the source. */
export function partOf(source: SheetSource, rowsSeen: number, { top, bottom, left, right }: Block): SheetSource {
  const firstColumn = columnOf(source) + left;
  const lastRow = bottom === rowsSeen - 1 ? source.rowCount - 1 : bottom;
  const [firstRow, rowCount, columnCount] = [source.firstRow + top, lastRow - top + 1, right - left + 1];
  const range = `${columnLetters(firstColumn)}${firstRow}:${columnLetters(firstColumn + columnCount - 1)}${firstRow + rowCount - 1}`;
  return {
    ...source,
    id: `selection:${source.sheetName}:${range}`,
    kind: 'selection',
    label: 'Part',
    range,
    firstRow,
    rowCount,
    columnCount,
    hiddenRowCount: 0,
    blankRowsBelow: 0,
  };
}
