import type { FindingSeverity } from '#shared/statuses.ts';
import { countOf } from '#shared/format.ts';

interface InventoryRule {
  severity: FindingSeverity;
  message(count: number, detail: string): string;
}

const rows = (count: number): string => countOf(count, 'row');
/** The word as the number wants it. */
const word = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const are = (count: number): string => word(count, 'is', 'are');

/** What is found of rows and cells. Codes are stable: they are stored, filtered by and linked to. */
export const inventoryRules = {
  held_record: {
    severity: 'warning',
    message: (count) => `${rows(count)} ${are(count)} held: which asset is meant is for a person to decide.`,
  },
  unidentified_record: {
    severity: 'warning',
    message: (count) => `${rows(count)} ${are(count)} no asset: nothing in ${word(count, 'it', 'them')} names one.`,
  },
  heading_row: {
    severity: 'warning',
    message: (count) =>
      `${rows(count)} ${word(count, 'was taken for a heading or footer', 'were taken for headings or footers')} and left out: ${word(count, 'it has', 'each has')} one cell, which looks like no name. If one is an asset, say more of it in its row, such as an address or a type, and import it again.`,
  },
  subtotal_row: {
    severity: 'info',
    message: (count) =>
      `${rows(count)} ${word(count, 'sums', 'sum')} up others: ${word(count, 'it is no asset and was', 'they are no assets and were')} left out.`,
  },
  repeated_header: {
    severity: 'info',
    message: (count) =>
      `${rows(count)} ${word(count, 'repeats', 'repeat')} the headers; ${word(count, 'it was', 'they were')} left out.`,
  },
  blank_row: {
    severity: 'info',
    message: (count) =>
      `${rows(count)} ${are(count)} blank from the first to the last column; ${word(count, 'it was', 'they were')} left out.`,
  },
  repeated_key: {
    severity: 'warning',
    message: (count) =>
      `${rows(count)} ${word(count, 'has', 'have')} a serial number or id that stands on several things of different names; it was not used to identify ${word(count, 'it', 'them')}.`,
  },
  duplicate_record: {
    severity: 'info',
    message: (count) =>
      `${rows(count)} ${are(count)} about an asset that an earlier row describes; ${word(count, 'it fills in what that', 'they fill in what it')} leaves out.`,
  },
  overruled_value: {
    severity: 'warning',
    message: (count) =>
      `${countOf(count, 'cell')} ${word(count, 'says', 'say')} otherwise than an earlier row about the same asset, and the earlier row counts. Where the later one is right, correct the sheet and import it again.`,
  },
  component_sheet: {
    severity: 'info',
    message: (_count, reason) => `Rows are parts of assets, not assets. ${reason}`,
  },
} as const satisfies Record<string, InventoryRule>;

export type InventoryFinding = keyof typeof inventoryRules;
