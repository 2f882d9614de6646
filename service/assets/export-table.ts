/** A cell of an exported table. Texts stay texts in every format, whatever they look like. */
export type ExportCell = string | number | boolean | null;

export interface ExportTable {
  /** Name of the sheet, of what has sheets. */
  title: string;
  headers: readonly string[];
  /** Rows in batches; whoever stops reading ends the query behind it. */
  rows: AsyncIterable<readonly (readonly ExportCell[])[]>;
}
