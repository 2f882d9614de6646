import { z } from 'zod';
import {
  CELL_CURRENCY_MAX_CHARACTERS,
  CELL_DATE_MAX_CHARACTERS,
  CELL_ERROR_MAX_CHARACTERS,
  CELL_FORMAT_MAX_CHARACTERS,
  CELL_MAX_CHARACTERS,
} from '../limits.ts';

/**
 * A cell as it travels and as it is stored. A blank cell is null. Excel knows no date type, only numbers with a date
 * format: such a cell goes in as a date cell that keeps the serial number (raw) beside the date it shows. An amount of money is a
 * number whose format shows a currency; without one it is a mere number (decision 0049).
 */
const dateCellSchema = z.strictObject({
  type: z.literal('date'),
  iso: z
    .string()
    .max(CELL_DATE_MAX_CHARACTERS)
    .describe('What the cell means: a day that Excel shows, local time without a zone: 2024-03-15T00:00:00'),
  serial: z.number().describe('The raw Excel serial number, in the date system of the import: the day of iso'),
  format: z.string().max(CELL_FORMAT_MAX_CHARACTERS).describe('The number format of the cell, for example dd/mm/yyyy'),
});
const errorCellSchema = z.strictObject({
  type: z.literal('error'),
  code: z.string().max(CELL_ERROR_MAX_CHARACTERS).describe('The Excel error as shown, for example #N/A'),
});
const amountCellSchema = z.strictObject({
  type: z.literal('amount'),
  value: z.number(),
  currency: z
    .string()
    .min(1)
    .max(CELL_CURRENCY_MAX_CHARACTERS)
    .describe('The sign or ISO 4217 code that the number format shows beside the number: €, $, CHF'),
});
export const cellSchema = z.union([
  z.string().max(CELL_MAX_CHARACTERS),
  z
    .number()
    .describe('As a double: of a whole number beyond 2^53 the last digits are lost; send ids that long as text'),
  z.boolean(),
  z.null(),
  dateCellSchema,
  errorCellSchema,
  amountCellSchema,
]);
export type DateCell = z.infer<typeof dateCellSchema>;
export type ErrorCell = z.infer<typeof errorCellSchema>;
type AmountCell = z.infer<typeof amountCellSchema>;
export type Cell = z.infer<typeof cellSchema>;

export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object' && cell !== null && cell.type === 'date';
}

export function isErrorCell(cell: Cell): cell is ErrorCell {
  return typeof cell === 'object' && cell !== null && cell.type === 'error';
}

export function isAmountCell(cell: Cell): cell is AmountCell {
  return typeof cell === 'object' && cell !== null && cell.type === 'amount';
}

/** The cell without the currency that its number format shows. */
export const withoutCurrency = (cell: Cell): Exclude<Cell, AmountCell> => (isAmountCell(cell) ? cell.value : cell);

/**
 * The cell as a person reads it: dates as ISO, without the time when it is midnight; amounts with their currency; blank as
 * the empty text.
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if (cell.type === 'amount') return `${cell.value} ${cell.currency}`;
  return cell.type === 'date' ? cell.iso.replace(/T00:00:00(\.000)?$/, '') : cell.code;
}
