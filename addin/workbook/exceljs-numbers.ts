import type ExcelJS from 'exceljs';

export interface Styles {
  getStyleModel(id: number): { numFmt?: string } | null;
}

/** Stands for ] in a hidden format; no number format holds it. */
const CLOSING = '\u0001';

/**
 * exceljs turns every number with a date format into a Date: that rounds serial numbers to milliseconds, loses numbers
 * no Date can hold, and takes formats such as `0 \m` for dates. Hidden in brackets, which exceljs skips when it looks
 * for date codes, a format leaves the number alone. `formatOf` gives it back.
 */
export function hideFormats(styles: Styles): void {
  const getStyleModel = styles.getStyleModel.bind(styles);
  const hidden = new Set<object>();
  styles.getStyleModel = (id) => {
    const style = getStyleModel(id);
    if (style?.numFmt !== undefined && !hidden.has(style)) {
      hidden.add(style);
      style.numFmt = `[${style.numFmt.replaceAll(']', CLOSING)}]`;
    }
    return style;
  };
}

/** The number format of a cell as the file has it; General where it has none. */
export function formatOf(cell: ExcelJS.Cell): string {
  const hidden = cell.numFmt as string | undefined;
  return hidden === undefined ? 'General' : hidden.slice(1, -1).replaceAll(CLOSING, ']');
}
