import type { FindingSeverity } from '#shared/statuses.ts';

export interface FindingRule {
  severity: FindingSeverity;
  /** Said of a column (or of the sheet, when `column` is null) with so many cells or rows. */
  message(count: number, column: string | null): string;
}

const cells = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`);
const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

/** Every rule of data validation. Codes are stable: they are stored, filtered by and linked to. */
export const findingRules = {
  error_cell: {
    severity: 'error',
    message: (count, column) =>
      `${cells(count)} of "${column}" show an Excel error instead of a value. Correct the formula and import again.`,
  },
  missing_identifier: {
    severity: 'error',
    message: (count, column) => `"${column}" identifies assets, but is blank in ${rows(count)}.`,
  },
  duplicate_identifier: {
    severity: 'error',
    message: (count, column) => `"${column}" identifies assets, but ${cells(count)} repeat a value of an earlier row.`,
  },
  invalid_ip_address: {
    severity: 'error',
    message: (count, column) => `${cells(count)} of "${column}" are no IP addresses.`,
  },
  invalid_mac_address: {
    severity: 'error',
    message: (count, column) => `${cells(count)} of "${column}" are no MAC addresses.`,
  },
  invalid_fqdn: {
    severity: 'warning',
    message: (count, column) => `${cells(count)} of "${column}" are no fully qualified domain names.`,
  },
  mixed_types: {
    severity: 'warning',
    message: (count, column) => `"${column}" mixes types: ${cells(count)} differ from the rest.`,
  },
  date_as_text: {
    severity: 'warning',
    message: (count, column) =>
      `${cells(count)} of "${column}" are dates written as text; day and month may be read either way.`,
  },
  subtotal_row: {
    severity: 'warning',
    message: (count) => `${rows(count)} look like totals, not like assets. Leave them out of the range if they are.`,
  },
  blank_row: { severity: 'warning', message: (count) => `${rows(count)} are blank from the first to the last column.` },
  secret_column: {
    severity: 'warning',
    message: (count, column) =>
      `"${column}" looks like it holds secrets (${cells(count)}). Import it only if you must.`,
  },
  control_characters: {
    severity: 'warning',
    message: (count, column) => `${cells(count)} of "${column}" hold characters that cannot be seen.`,
  },
  surrounding_spaces: {
    severity: 'info',
    message: (count, column) => `${cells(count)} of "${column}" begin or end with spaces.`,
  },
  multiple_values: {
    severity: 'info',
    message: (count, column) => `${cells(count)} of "${column}" hold several values.`,
  },
  formula_like_text: {
    severity: 'info',
    message: (count, column) =>
      `${cells(count)} of "${column}" are texts that begin like a formula. They are stored as text and never run.`,
  },
  personal_data: {
    severity: 'info',
    message: (count, column) => `${cells(count)} of "${column}" are e-mail addresses of people.`,
  },
  empty_column: { severity: 'info', message: (_count, column) => `"${column}" is blank in every row.` },
  doubled_header: {
    severity: 'warning',
    message: (count, column) => `The header "${column}" stands over ${count} columns; they are told apart by a number.`,
  },
  empty_header: {
    severity: 'warning',
    message: (count) =>
      `${count === 1 ? '1 column has' : `${count} columns have`} no header; they are called by their position.`,
  },
  duplicates_not_checked: {
    severity: 'info',
    message: (count, column) =>
      `"${column}" has more different values than are compared; ${rows(count)} were not checked for repeats.`,
  },
} as const satisfies Record<string, FindingRule>;

export type FindingCode = keyof typeof findingRules;
