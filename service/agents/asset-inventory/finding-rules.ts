import type { FindingSeverity } from '#shared/statuses.ts';

interface InventoryRule {
  severity: FindingSeverity;
  message(count: number, detail: string): string;
}

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** Every finding of the inventory. Codes are stable: they are stored, filtered by and linked to. */
export const inventoryRules = {
  held_record: {
    severity: 'warning',
    message: (count) => `${rows(count)} ${are(count)} held: which asset is meant is for a person to decide.`,
  },
  unidentified_record: {
    severity: 'warning',
    message: (count) => `${rows(count)} ${are(count)} no asset: nothing in them names one.`,
  },
  repeated_key: {
    severity: 'warning',
    message: (count) =>
      `${count} serial numbers or ids stand on several things of different names; they were not used to identify.`,
  },
  missing_asset: {
    severity: 'warning',
    message: (count, names) =>
      `${count} assets that this sheet listed before are not on it any more: ${names}. They stay in the inventory.`,
  },
  duplicate_record: {
    severity: 'info',
    message: (count) =>
      `${rows(count)} ${are(count)} about an asset that an earlier row describes; they fill in what it leaves out.`,
  },
  component_sheet: {
    severity: 'info',
    message: (_count, reason) => `Rows are parts of assets, not assets. ${reason}`,
  },
} as const satisfies Record<string, InventoryRule>;

export type InventoryFinding = keyof typeof inventoryRules;
