import { isDateCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { quoted, unsaid, type Cleansed } from './cleansed.ts';

/** A spreadsheet keeps 15 digits of a number (ECMA-376, 18.3.1.96: a double); a later one is a zero. */
const DIGITS_MAX = 15;
/**
 * A number of 12 digits is shown, and written to a CSV, with six of them: `1.23457E+11`. Of numbers this long that are
 * nobody's rounding one in a million ends so.
 */
const ROUNDED_TO_MILLIONS = /^\d{5,}0{6}$/;
/** `1.23457E+15`, `9E+10`: what a spreadsheet shows of, and keeps of a CSV with, a long number. Different numbers become one. */
const AS_POWER = /^[+-]?\d(?:[.,]\d+)?e\+\d+$/i;

/** An id of which a spreadsheet lost digits, so that different things would share it; null: it is whole, for all we see. */
export function roundedNumber(cell: Cell, text: string): Cleansed | null {
  if (typeof cell === 'number' && Number.isInteger(cell)) {
    const digits = BigInt(Math.abs(cell)).toString();
    if (digits.length > DIGITS_MAX)
      return unsaid(
        'serial-rounded',
        `Excel rounded ${text}: a number of more than ${DIGITS_MAX} digits must be text.`,
      );
    if (ROUNDED_TO_MILLIONS.test(digits))
      return unsaid('serial-rounded', `${text} ends in six zeros or more, as numbers do that a spreadsheet rounded.`);
  }
  return AS_POWER.test(text)
    ? unsaid('serial-rounded', `${quoted(text)} is what a spreadsheet made of a long number.`)
    : null;
}

/** Fields of names, ids and addresses: none is a day. */
const NAMING_FIELDS = new Set(
  'asset_name hostname fqdn ip_address mac_address serial_number asset_id asset_tag os_version host_server application_name'.split(
    ' ',
  ),
);
/** Names a spreadsheet takes for powers of ten: `1E8`, `9E10`. */
const NAMES_OF_HOSTS = new Set(['asset_name', 'hostname', 'fqdn', 'host_server']);
const POWER_OF_TEN = /^\d+0{5}$/;

/** A day or a number that a spreadsheet made of a name (`4-Mar`, `1E8`, `10.120.130.40`); null: nothing looks so. */
export function madeBySpreadsheet(field: string, cell: Cell, text: string): Cleansed | null {
  if (cell !== null && isDateCell(cell) && NAMING_FIELDS.has(field))
    return unsaid('spreadsheet-made', `Excel made the date ${text} of what was typed.`);
  if (typeof cell !== 'number') return null;
  const isMade =
    field === 'ip_address' ||
    (NAMES_OF_HOSTS.has(field) &&
      Number.isInteger(cell) &&
      (POWER_OF_TEN.test(text) || roundedNumber(cell, text) !== null));
  return isMade ? unsaid('spreadsheet-made', `Excel made the number ${text} of what was typed.`) : null;
}
