import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { keyFields } from '#shared/key-fields.ts';
import type { CleansingPlan, ColumnPlan } from '../cleansing/cleansing-plan.ts';
import type { Cleansed } from '../cleansing/cleansed.ts';
import { createRecordCleanser } from '../cleansing/record-cleanser.ts';
import { fieldColumns, positionsSaid } from '../cleansing/record-fields.ts';
import type { AssetValue, AssetValues } from './asset.ts';
import { createClassifier, type Classification, type SheetContext } from './classify.ts';
import type { ComponentSheet } from './component-sheet.ts';
import { isSameValue } from './diff.ts';
import { identityKeys } from './identity-keys.ts';
import { FIELDS_BESIDE_AN_ENGINE } from './own-traces.ts';
import { PURCHASE_FIELDS } from './purchases.ts';

/** A record as the inventory sees it. */
export interface ReadRecord {
  rowNumber: number;
  classification: Classification;
  keys: string[];
  /** Of the asset, fields in the order of their names. */
  values: AssetValues;
  /** Of its part, where the sheet lists parts; the label as the cell has it. */
  component: { label: string; values: AssetValues } | null;
}

/** An answer whose position counts. */
type Said = Cleansed & { value: AssetValue['value'] };

/** Fields whose values are a part's own where the sheet lists parts. */
const COMPONENT_FIELDS: Readonly<Record<ComponentSheet['kind'], ReadonlySet<string>>> = {
  disk: new Set(['storage_gb', 'storage_used_gb', 'disk_iops']),
  network_adapter: new Set(['mac_address', 'ip_address', 'network_segment', 'network_throughput_mbps']),
};
/** Of these the asset has every part's as well: it answers on all of them. */
export const ADDRESS_FIELDS: ReadonlySet<string> = new Set(['mac_address', 'ip_address']);

interface RecordReading {
  dataImportId: string;
  plan: CleansingPlan;
  sheet: SheetContext;
  components: ComponentSheet | null;
}

/** Reads raw records: cleanses them, tells what they are and what they are known by. */
export function createRecordReader(reading: RecordReading): (rowNumber: number, cells: readonly Cell[]) => ReadRecord {
  const cleanser = createRecordCleanser(reading.plan);
  const fields = fieldColumns(reading.plan);
  const classify = createClassifier(reading.sheet);
  const { plan, dataImportId, components } = reading;
  const ofComponent = components === null ? null : COMPONENT_FIELDS[components.kind];
  return (rowNumber, cells) => {
    const values: AssetValues = {};
    const own: AssetValues = {};
    const answers = cleanser.cleanse(cells);
    for (const columns of fields) {
      const positions = positionsSaid(columns, answers);
      if (positions.length === 0) continue;
      const read = positions.map((position): AssetValue => {
        const { value, rule } = answers[position] as Said;
        const { columnIndex: column_index } = plan.columns[position] as ColumnPlan;
        const raw = cellText(cells[column_index] ?? null);
        return {
          value,
          raw,
          rule,
          data_import_id: dataImportId,
          row_number: rowNumber,
          column_index,
          decided_by: null,
        };
      });
      const made = read.length > 1 ? eachOnce(read) : read;
      if (ofComponent?.has(columns.field) === true) own[columns.field] = made;
      else values[columns.field] = made;
    }
    const classification = classify(
      (field) => values[field]?.[0]?.value,
      (field) => values[field]?.[0]?.raw ?? '',
    );
    const keys = identityKeys(values, classification.assetClass);
    const label = components === null ? '' : cellText(cells[components.labelColumn] ?? null).trim();
    return { rowNumber, classification, keys, values, component: components === null ? null : { label, values: own } };
  };
}

/** Two columns of owners that name the same one say it once; two disks of the same size are two. */
const eachOnce = (values: readonly AssetValue[]): AssetValue[] =>
  values.filter(
    ({ value }, at) => typeof value === 'number' || values.findIndex((other) => isSameValue(other.value, value)) === at,
  );

/** The columns that say what a record is, what it is known by and how it was bought: all that the first pass has to read. */
export function identifyingPlan(plan: CleansingPlan): CleansingPlan {
  const namesEngines = plan.columns.some(({ field }) => field === 'database_type');
  const isNeeded = (field: string): boolean =>
    FIRST_PASS_FIELDS.has(field) || (namesEngines && FIELDS_BESIDE_AN_ENGINE.has(field));
  return { ...plan, columns: plan.columns.filter(({ field }) => isNeeded(field)) };
}

/** What the first pass over the records reads. */
const FIRST_PASS_FIELDS: ReadonlySet<string> = new Set([
  ...keyFields,
  'asset_type',
  'is_virtual',
  'model',
  'manufacturer',
  'host_server',
  'database_type',
  'operating_system',
  'cpu_cores',
  'memory_gb',
  ...PURCHASE_FIELDS,
]);
