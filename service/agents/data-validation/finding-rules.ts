import type { FindingSeverity } from '#shared/statuses.ts';
import { countOf } from '#shared/format.ts';

interface FindingRule {
  severity: FindingSeverity;
  /** Said of a column (or of the sheet, when `column` is null) with so many cells or rows. */
  message(count: number, column: string | null): string;
}

const cells = (count: number): string => countOf(count, 'cell');
const rows = (count: number): string => countOf(count, 'row');
/** The verb as the number wants it. */
const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Every rule of data validation. Codes are stable: they are stored, filtered by and linked to. */
export const findingRules = {
  error_cell: {
    severity: 'error',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'shows', 'show')} an Excel error instead of a value. Correct the formula and import again.`,
  },
  missing_identifier: {
    severity: 'error',
    message: (count, column) => `"${column}" identifies assets, but is blank or says nothing in ${rows(count)}.`,
  },
  blank_identifier: {
    severity: 'info',
    message: (count, column) => `"${column}" is blank or says nothing in ${rows(count)} that other columns identify.`,
  },
  duplicate_identifier: {
    severity: 'error',
    message: (count, column) =>
      `"${column}" identifies assets, but ${cells(count)} ${verb(count, 'repeats', 'repeat')} a value of an earlier row.`,
  },
  invalid_ip_address: {
    severity: 'error',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'is no IP address', 'are no IP addresses')}.`,
  },
  invalid_mac_address: {
    severity: 'error',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'is no MAC address', 'are no MAC addresses')}.`,
  },
  invalid_fqdn: {
    severity: 'warning',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'is no fully qualified domain name', 'are no fully qualified domain names')}.`,
  },
  mixed_types: {
    severity: 'warning',
    message: (count, column) =>
      `"${column}" mixes types: ${cells(count)} ${verb(count, 'differs', 'differ')} from the rest.`,
  },
  date_as_text: {
    severity: 'warning',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'is a date', 'are dates')} written as text; day and month may be read either way.`,
  },
  heading_row: {
    severity: 'warning',
    message: (count) =>
      `${rows(count)} ${verb(count, 'looks like a heading or footer, not like an asset', 'look like headings or footers, not like assets')}. Leave such rows out of the range.`,
  },
  subtotal_row: {
    severity: 'warning',
    message: (count) =>
      `${rows(count)} ${verb(count, 'looks like a total, not like an asset', 'look like totals, not like assets')}. Leave such rows out of the range.`,
  },
  repeated_header: {
    severity: 'warning',
    message: (count) =>
      `${rows(count)} ${verb(count, 'repeats', 'repeat')} the headers. Leave such rows out of the range.`,
  },
  blank_row: {
    severity: 'warning',
    message: (count) => `${rows(count)} ${verb(count, 'is', 'are')} blank from the first to the last column.`,
  },
  secret_column: {
    severity: 'warning',
    message: (count, column) =>
      `"${column}" looks like it holds secrets (${cells(count)}). Import it only if you must.`,
  },
  control_characters: {
    severity: 'warning',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'holds', 'hold')} characters that cannot be seen.`,
  },
  damaged_characters: {
    severity: 'warning',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'holds', 'hold')} characters damaged by a wrong encoding, such as "Ã¼" for "ü". Save the source as UTF-8 and import again.`,
  },
  surrounding_spaces: {
    severity: 'info',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'begins or ends', 'begin or end')} with spaces.`,
  },
  multiple_values: {
    severity: 'info',
    message: (count, column) => `${cells(count)} of "${column}" ${verb(count, 'holds', 'hold')} several values.`,
  },
  formula_like_text: {
    severity: 'info',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'is a text that begins', 'are texts that begin')} like a formula, stored as text and never run.`,
  },
  personal_data: {
    severity: 'info',
    message: (count, column) =>
      `${cells(count)} of "${column}" ${verb(count, 'is an e-mail address', 'are e-mail addresses')} of people.`,
  },
  empty_column: { severity: 'info', message: (_count, column) => `"${column}" is blank in every row.` },
  doubled_header: {
    severity: 'warning',
    message: (count, column) => `The header "${column}" stands over ${count} columns; they are told apart by a number.`,
  },
  empty_header: {
    severity: 'warning',
    message: (count) =>
      `${countOf(count, 'column')} ${verb(count, 'has no header; it is called by its', 'have no header; they are called by their')} position.`,
  },
  duplicates_not_checked: {
    severity: 'info',
    message: (count, column) =>
      `"${column}" is one of too many identifying columns to compare all rows; ${rows(count)} ${verb(count, 'was', 'were')} not checked for repeats.`,
  },
} as const satisfies Record<string, FindingRule>;

export type ValidationCode = keyof typeof findingRules;
