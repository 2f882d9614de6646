import { cellAddress, sheetOrigin } from '#shared/cell-address.ts';
import type { AgentFinding, ImportFacts } from './agent.ts';

const VALUE_MAX_CHARACTERS = 120;

export type ListedCell = AgentFinding['cells'][number];

/** A text as a finding's cell shows it. */
export const listedText = (text: string): string => text.slice(0, VALUE_MAX_CHARACTERS);

type InColumn = Pick<AgentFinding, 'columnIndex'>;

/** For sorting: what is said of rows as a whole before what is said of columns. */
export const byColumn = (one: InColumn, other: InColumn): number => (one.columnIndex ?? -1) - (other.columnIndex ?? -1);

/** A column by its header, else by what it is called instead. */
export function columnName({ columns }: ImportFacts, columnIndex: number): string {
  const column = columns[columnIndex];
  if (column === undefined) return '';
  return column.header.trim() === '' ? column.key : column.header;
}

export type AddressOf = (rowNumber: number, columnIndex: number | null) => string | null;

/** Where cells stand in their workbook, rows as a whole at their first cell; null while that is not known of the import. */
export function addressesIn({ sheetName, range, headerRow }: ImportFacts): AddressOf {
  const origin = sheetOrigin({ sheet_name: sheetName, range, header_row: headerRow });
  return (rowNumber, columnIndex) => (origin === null ? null : cellAddress(origin, rowNumber, columnIndex ?? 0));
}
