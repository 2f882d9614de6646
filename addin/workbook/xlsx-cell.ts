import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { isoDateCell } from './iso-dates.ts';
import type { NumberCell } from './number-cells.ts';
import type { ReadingRoom } from './reading-room.ts';
import { plainText } from './workbook-parts.ts';

/** What the cells of a sheet share. */
export interface CellContext {
  /** Its name. */
  sheet: string;
  dateSystem: DateSystem;
  numberCell: NumberCell;
  sharedStrings: readonly string[];
  /** Of each style. */
  formats: readonly string[];
  /** Those that strike text through. */
  struckStyles: ReadonlySet<number>;
  room: ReadingRoom;
}

/** As the file writes a cell: `type` is its attribute `t`. */
interface WrittenCell {
  type: string;
  style: number;
  text: string;
}

/** As XML writes numbers: `Number` would take 0x10 for one too. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** The value as it is meant: white space belongs to texts only. */
export function valueText({ type, text }: Pick<WrittenCell, 'type' | 'text'>): string {
  return type === 'str' || type === 'inlineStr' ? text : text.trim();
}

/** A formula is what was saved of it. Undefined where the text that it shares is not there. */
export function cellOf(written: WrittenCell, context: CellContext): Cell | undefined {
  const { type, style } = written;
  const text = valueText(written);
  if (text === '') return null;
  const { formats, numberCell, dateSystem } = context;
  const format = formats[style] ?? 'General';
  const number = DECIMAL.test(text) ? Number(text) : Number.NaN;
  switch (type) {
    case 's':
      return textCell(context.sharedStrings[Number(text)], context);
    case 'str':
    case 'inlineStr':
      return textCell(plainText(text), context);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return { type: 'error', code: text };
    case 'd':
      return isoDateCell(text, format, dateSystem) ?? text;
    default:
      return Number.isFinite(number) ? numberCell(number, format) : text;
  }
}

function textCell(text: string | undefined, { room }: CellContext): Cell | undefined {
  if (text === undefined) return undefined;
  room.take(text.length);
  return text === '' ? null : text;
}
