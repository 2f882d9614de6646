import type { ComponentKind } from '#shared/statuses.ts';
import type { AssetComponent, AssetSource, AssetValue, AssetValues } from './asset.ts';
import { isSameValue } from './diff.ts';
import { ADDRESS_FIELDS, type ReadRecord } from './read-records.ts';
import { areWeaker } from './weaker-values.ts';

export interface SourceOrigin {
  dataImportId: string;
  importedAt: Date;
  lineage: string;
  /** Which kind of parts the sheet lists; null: none. */
  componentKind: ComponentKind | null;
  /** Keys that stand on too many things to name one. */
  isRepeatedKey(key: string): boolean;
}

/**
 * What an import says of one asset, from its records in row order: the first record that says something of a field
 * counts, unless it says less than a later one; others fill in what it leaves out. A row chosen by a person goes before it,
 * by field.
 */
export function buildSource(
  records: readonly ReadRecord[],
  origin: SourceOrigin,
  chosenRows: ReadonlyMap<string, number | null> = new Map(),
): AssetSource {
  const inOrder = [...records].sort((a, b) => a.rowNumber - b.rowNumber);
  const values = joinValues(inOrder, chosenRows);
  if (origin.componentKind !== null) for (const field of ADDRESS_FIELDS) addAddresses(values, field, inOrder);
  const best = inOrder.find(({ classification }) => classification.assetClass !== 'unknown') ?? inOrder[0];
  return {
    data_import_id: origin.dataImportId,
    imported_at: origin.importedAt,
    lineage: origin.lineage,
    row_numbers: origin.componentKind === null ? inOrder.map(({ rowNumber }) => rowNumber) : [],
    asset_class: best?.classification.assetClass ?? 'unknown',
    class_rule: best?.classification.rule ?? '',
    keys: keysOf(inOrder, origin),
    values,
    components: inOrder.flatMap((record) => componentOf(record, origin)),
    decided_by: null,
  };
}

function joinValues(inOrder: readonly ReadRecord[], chosenRows: ReadonlyMap<string, number | null>): AssetValues {
  const [only] = inOrder;
  // As most things have one.
  if (inOrder.length === 1 && only !== undefined) return { ...only.values };
  return joinedValues(
    inOrder.map(({ values }) => values),
    chosenRows,
  );
}

/** Values of one import, in the order they stand in the sheet. */
export function joinedValues(
  inOrder: readonly AssetValues[],
  chosenRows: ReadonlyMap<string, number | null>,
): AssetValues {
  const joined: AssetValues = {};
  for (const values of inOrder)
    for (const [field, found] of Object.entries(values)) {
      const chosen = chosenRows.get(field) ?? null;
      const isChosen = chosen !== null && found.some(({ row_number }) => row_number === chosen);
      const before = Object.hasOwn(joined, field) ? joined[field] : undefined;
      const isBetter = before !== undefined && chosen === null && areWeaker(field, before, found);
      if (isChosen || isBetter || before === undefined) joined[field] = found;
    }
  return joined;
}

/** Parts' addresses are their asset's too: each once, in row order. */
function addAddresses(values: AssetValues, field: string, records: readonly ReadRecord[]): void {
  const found: AssetValue[] = [...(values[field] ?? [])];
  const own = found.length;
  for (const { component } of records)
    for (const value of component?.values[field] ?? [])
      if (!found.some((known) => isSameValue(known.value, value.value))) found.push(value);
  if (found.length > own) values[field] = found;
}

function keysOf(records: readonly ReadRecord[], origin: SourceOrigin): string[] {
  const keys = new Set(records.flatMap((record) => record.keys).filter((key) => !origin.isRepeatedKey(key)));
  for (const { component } of records) {
    if (component === null) continue;
    for (const mac of textsOf(component.values['mac_address'])) keys.add(`mac:${mac}`);
    for (const address of textsOf(component.values['ip_address'])) keys.add(`ip:${address}`);
  }
  return [...keys];
}

function textsOf(values: readonly AssetValue[] | undefined): string[] {
  return (values ?? [])
    .flatMap(({ value }): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter((one) => typeof one === 'string');
}

function componentOf({ component, rowNumber }: ReadRecord, origin: SourceOrigin): AssetComponent[] {
  if (component === null || origin.componentKind === null) return [];
  return [
    {
      kind: origin.componentKind,
      label: component.label,
      values: component.values,
      data_import_id: origin.dataImportId,
      row_number: rowNumber,
    },
  ];
}
