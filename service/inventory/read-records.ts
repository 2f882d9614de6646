import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import type { CleansingPlan } from '../cleansing/cleansing-plan.ts';
import { createRecordCleanser } from '../cleansing/record-cleanser.ts';
import { createRecordFields } from '../cleansing/record-fields.ts';
import type { AssetValue, AssetValues } from './asset.ts';
import { createClassifier, type Classification, type SheetContext } from './classify.ts';
import type { ComponentSheet } from './component-sheet.ts';
import { identityKeys } from './identity-keys.ts';
import { PURCHASE_FIELDS } from './purchases.ts';

/** A record as the inventory sees it. */
export interface ReadRecord {
  rowNumber: number;
  classification: Classification;
  keys: string[];
  /** Of the asset. */
  values: AssetValues;
  /** Of its part, where the sheet lists parts; the label as the cell has it. */
  component: { label: string; values: AssetValues } | null;
}

/** Fields whose values are a part's own where the sheet lists parts. */
const COMPONENT_FIELDS: Readonly<Record<ComponentSheet['kind'], ReadonlySet<string>>> = {
  disk: new Set(['storage_gb', 'storage_used_gb', 'disk_iops']),
  network_adapter: new Set(['mac_address', 'ip_address', 'network_segment', 'network_throughput_mbps']),
};
/** Of these the asset has every part's as well: it answers on all of them. */
export const ADDRESS_FIELDS: ReadonlySet<string> = new Set(['mac_address', 'ip_address']);

export interface RecordReading {
  dataImportId: string;
  plan: CleansingPlan;
  sheet: SheetContext;
  components: ComponentSheet | null;
}

/** Reads raw records: cleanses them, tells what they are and what they are known by. */
export function createRecordReader(reading: RecordReading): (rowNumber: number, cells: readonly Cell[]) => ReadRecord {
  const cleanser = createRecordCleanser(reading.plan);
  const fieldsOf = createRecordFields(reading.plan);
  const classify = createClassifier(reading.sheet);
  const { components } = reading;
  const ofComponent = components === null ? null : COMPONENT_FIELDS[components.kind];
  return (rowNumber, cells) => {
    const values: AssetValues = {};
    const own: AssetValues = {};
    for (const [field, found] of fieldsOf(cleanser.cleanse(cells))) {
      const made = found.map(({ value, rule, columnIndex }): AssetValue => ({
        value,
        raw: cellText(cells[columnIndex] ?? null),
        rule,
        data_import_id: reading.dataImportId,
        row_number: rowNumber,
        column_index: columnIndex,
        decided_by: null,
      }));
      if (ofComponent?.has(field) === true) own[field] = made;
      else values[field] = made;
    }
    const classification = classify((field) => values[field]?.[0]?.value);
    const keys = identityKeys(values, classification.assetClass);
    const label = components === null ? '' : cellText(cells[components.labelColumn] ?? null).trim();
    return { rowNumber, classification, keys, values, component: components === null ? null : { label, values: own } };
  };
}

/** The columns that say what a record is, what it is known by and how it was bought: all that the first pass has to read. */
export function identifyingPlan(plan: CleansingPlan): CleansingPlan {
  return { ...plan, columns: plan.columns.filter(({ field }) => IDENTIFYING_FIELDS.has(field)) };
}

const IDENTIFYING_FIELDS: ReadonlySet<string> = new Set([
  'serial_number',
  'asset_id',
  'asset_tag',
  'fqdn',
  'hostname',
  'asset_name',
  'application_name',
  'mac_address',
  'ip_address',
  'asset_type',
  'is_virtual',
  'host_server',
  'operating_system',
  'cpu_cores',
  'memory_gb',
  ...PURCHASE_FIELDS,
]);
