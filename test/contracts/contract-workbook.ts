import { READ_CELL_BUDGET } from '#shared/limits.ts';

/** A workbook as Excel keeps it: raw values, blanks as empty texts, dates as numbers with a date format. */
export interface ContractWorkbook {
  sheets: ContractSheet[];
  date1904?: boolean;
}

export interface ContractSheet {
  name: string;
  visibility?: 'Visible' | 'Hidden';
  /** From cell A1. A text such as #N/A is that error. */
  values: (string | number | boolean)[][];
  /** Number formats by column, from 0, where they are not General. */
  columnFormats?: Record<number, string>;
  /** Sheet rows, from 1. */
  hiddenRows?: number[];
  /** From 1. */
  hiddenColumns?: number[];
  /** Addresses of merged cells: A2:A3. */
  merges?: string[];
}

export const small: ContractWorkbook = {
  sheets: [
    {
      name: 'Servers',
      values: [
        ['Name', 'IP'],
        ['srv-1', '10.0.0.1'],
        ['srv-2', '10.0.0.2'],
        ['srv-3', ''],
      ],
      hiddenRows: [3],
    },
    { name: 'Empty', values: [] },
    { name: 'Lookups', visibility: 'Hidden', values: [['a'], ['b']] },
    { name: "Bob's Büro 東京", values: [[], ['', '', ''], ['', 'Role', 'Owner'], ['', 'db', 'Ann']] },
    { name: 'Title', values: [['CMDB']] },
  ],
};

/** Three chunks and a bit. */
export const wide = { columnCount: 20, rowCount: Math.floor((READ_CELL_BUDGET * 3.2) / 20) };

export function buildWide(): ContractWorkbook {
  const values = Array.from({ length: wide.rowCount }, (_, row) =>
    Array.from({ length: wide.columnCount }, (_cell, column) => row * wide.columnCount + column),
  );
  return { sheets: [{ name: 'Wide', values }] };
}
