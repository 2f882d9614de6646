import { buildColumns } from '#shared/column-keys.ts';
import { countOf, formatNumber, namesText } from '#shared/format.ts';
import { cellText, isAmountCell, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';

export type ColumnKind = 'text' | 'number' | 'date' | 'boolean' | 'mixed' | 'blank' | 'unsaved';

export interface ColumnFacts {
  index: number;
  header: string;
  /** What the column is called once it is stored: its header, told apart by a number, or its position. */
  name: string;
  kind: ColumnKind;
  /** Filled cells over all rows, 0–1. */
  fillRate: number;
  errorCells: number;
  isSecretLooking: boolean;
}

/**
 * What the preview says of each column, measured over the rows that were read.
 *
 * @param unsaved  columns with formulas whose results are not in the file: blank cells there may not be blank
 */
export function columnFacts(
  headers: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  unsaved: ReadonlySet<number> = new Set(),
): ColumnFacts[] {
  return buildColumns(headers.map(cellText)).map(({ index, header, key: name }) => {
    const kinds = new Set<ColumnKind>();
    let [filled, errorCells] = [0, 0];
    for (const row of rows) {
      const value = row[index] ?? null;
      if (cellText(value).trim() === '') continue;
      filled += 1;
      if (isErrorCell(value)) errorCells += 1;
      else kinds.add(kindOf(value));
    }
    const [only] = kinds;
    const kind = kinds.size > 1 ? 'mixed' : (only ?? (unsaved.has(index) ? 'unsaved' : 'blank'));
    return {
      index,
      header,
      name,
      kind,
      fillRate: rows.length === 0 ? 0 : filled / rows.length,
      errorCells,
      isSecretLooking: isSecretHeader(header),
    };
  });
}

function kindOf(cell: Cell): ColumnKind {
  if (isDateCell(cell)) return 'date';
  if (typeof cell === 'number' || isAmountCell(cell)) return 'number';
  return typeof cell === 'boolean' ? 'boolean' : 'text';
}

export interface SheetConcern {
  text: string;
  isWarning: boolean;
}

/** What the analyst should know before importing; only what is really there. */
export function sheetConcerns(
  facts: readonly ColumnFacts[],
  source: { hiddenRowCount: number; hidesHeader: boolean; blankRowsBelow: number },
): SheetConcern[] {
  const { hiddenRowCount, hidesHeader, blankRowsBelow } = source;
  const concerns: SheetConcern[] = [];
  const nameless = facts.filter((one) => one.header.trim() === '');
  const renamed = facts.filter((one) => one.header.trim() !== '' && one.name !== one.header);
  const errors = facts.reduce((sum, one) => sum + one.errorCells, 0);
  if (hidesHeader)
    concerns.push({
      isWarning: true,
      text: 'This table shows no header row, so one of its records is taken for it and not imported. To import all, switch on Header Row under Table Design in Excel, then close this pane and open it again.',
    });
  if (renamed.length > 0)
    concerns.push({
      isWarning: true,
      text: `Doubled headers: ${countOf(renamed.length, 'column')} told apart by a number, as ${namesOf(renamed)}.`,
    });
  if (nameless.length > 0)
    concerns.push({
      isWarning: true,
      text:
        nameless.length === 1
          ? `1 column has no header and is called by its position: ${namesOf(nameless)}.`
          : `${formatNumber(nameless.length)} columns have no header and are called by their position: ${namesOf(nameless)}.`,
    });
  if (errors > 0)
    concerns.push({
      isWarning: true,
      text: `${countOf(errors, 'cell')} ${errors === 1 ? 'shows an Excel error. It is stored as an error' : 'show an Excel error. They are stored as errors'} and listed after the import.`,
    });
  if (hiddenRowCount > 0)
    concerns.push({
      isWarning: false,
      text: `${countOf(hiddenRowCount, 'row')} ${hiddenRowCount === 1 ? 'is' : 'are'} hidden in the sheet and will be imported too.`,
    });
  if (blankRowsBelow > 0)
    concerns.push({
      isWarning: false,
      text: `${countOf(blankRowsBelow, 'row')} below the last value ${blankRowsBelow === 1 ? 'holds formatting only and is' : 'hold formatting only and are'} not imported.`,
    });
  return concerns;
}

export function namesOf(columns: readonly ColumnFacts[]): string {
  return namesText(columns.map(({ name }) => name));
}
