/** A day or a moment as the API says it. */
export interface ExportDate {
  iso: string;
}

export interface ExportMoney {
  amount: number;
  currency: string | null;
}

/** A cell of an exported table. Texts stay texts in every format, whatever they look like. */
export type ExportCell = string | number | boolean | ExportDate | ExportMoney | null;

/** Of formats that know texts only. */
export function textOfCell(cell: ExportDate | ExportMoney): string {
  return 'iso' in cell ? cell.iso : [cell.amount, cell.currency ?? ''].join(' ').trim();
}

export interface ExportTable {
  /** Name of the sheet, of what has sheets. */
  title: string;
  headers: readonly string[];
  /** Rows in batches; whoever stops reading ends the query behind it. */
  rows: AsyncIterable<readonly (readonly ExportCell[])[]>;
}
