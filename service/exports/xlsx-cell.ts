import type excel from 'exceljs';
import { isoMsToSerial } from '#shared/excel-dates.ts';
import { CELL_MAX_CHARACTERS } from '#shared/limits.ts';
import type { ExportCell, ExportDate, ExportMoney } from './export-table.ts';
import { xmlSafe } from './xml-text.ts';

/** What a cell of a workbook holds, and how Excel shows it. */
interface XlsxCell {
  value: string | number | boolean;
  style: Partial<excel.Style>;
}

/** The writer knows a style by its object: a new one for each cell would be compared with all others. */
const PLAIN: XlsxCell['style'] = {};
const DAY = { numFmt: 'yyyy-mm-dd' };
const MOMENT = { numFmt: 'yyyy-mm-dd hh:mm:ss' };
/** Of a number with more decimals, which the cell keeps; one that would be shown as nothing is shown as it is. */
const ROUNDED = { numFmt: '0.00' };
/** Amounts by their format. */
const amountsIn = new Map<string, XlsxCell['style']>();
/** A format has no more than so many decimals. */
const DECIMALS_MAX = 30;

/** Before that day Excel counts one that never was. */
const FIRST_DAY_MS = Date.UTC(1900, 2, 1);
const ISO_FORM = /^\d{4}-\d\d-\d\d(?<time>T\d\d:\d\d:\d\d(?:\.\d+)?(?<zone>Z|[+-]\d\d:\d\d)?)?$/;
const CURRENCY_CODE = /^[A-Z]{3}$/;

/** How a workbook writes a character by its number: a text that happens to look so would be read as that character. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

/** Null for a cell that stays empty. */
export function xlsxCell(cell: ExportCell): XlsxCell | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell !== 'object') return { value: cell, style: hasMoreDecimals(cell) ? ROUNDED : PLAIN };
  return 'iso' in cell ? dateCell(cell) : moneyCell(cell);
}

function hasMoreDecimals(cell: number | boolean): boolean {
  return typeof cell === 'number' && Math.abs(cell) >= 0.01 && Number(cell.toFixed(2)) !== cell;
}

function textCell(text: string): XlsxCell {
  const value = xmlSafe(text.slice(0, CELL_MAX_CHARACTERS)).replace(LOOKS_ESCAPED, '_x005F_');
  return { value, style: PLAIN };
}

/** Excel knows no zones: a moment that names one is given in UTC. */
function dateCell({ iso }: ExportDate): XlsxCell {
  const { time, zone } = ISO_FORM.exec(iso)?.groups ?? {};
  const ms = ISO_FORM.test(iso) ? Date.parse(time !== undefined && zone === undefined ? `${iso}Z` : iso) : Number.NaN;
  if (!(ms >= FIRST_DAY_MS)) return textCell(iso);
  return { value: isoMsToSerial(ms, '1900'), style: time === undefined ? DAY : MOMENT };
}

function moneyCell({ amount, currency }: ExportMoney): XlsxCell {
  const unit = currency !== null && CURRENCY_CODE.test(currency) ? ` [$${currency}]` : '';
  const numFmt = `${digitsOf(amount)}${unit}`;
  const style = amountsIn.get(numFmt) ?? { numFmt };
  amountsIn.set(numFmt, style);
  return { value: amount, style };
}

/** Two decimals; of an amount below a hundredth as many as show its first two digits, since two would show nothing. */
function digitsOf(amount: number): string {
  const size = Math.abs(amount);
  if (size === 0 || size >= 0.01) return '#,##0.00';
  const decimals = 1 - Math.floor(Math.log10(size));
  return decimals > DECIMALS_MAX ? '0.0E+00' : `#,##0.${'0'.repeat(decimals)}`;
}
