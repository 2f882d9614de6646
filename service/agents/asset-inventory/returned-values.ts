import { countOf, formatNumber } from '#shared/format.ts';
import { isSameValue } from '../../inventory/diff.ts';
import { inImportOrder } from '../../inventory/fold.ts';
import { seriesKey } from '../../inventory/sheet-series.ts';
import type { AssetDraft, AssetSource, AssetValue, FieldChange } from '../../inventory/asset.ts';
import type { AgentFinding, AgentInput } from '../agent.ts';
import { countOne } from '../finding-tally.ts';
import { addressedCells } from './addressed-cells.ts';
import type { FoundRows } from './inventory-part.ts';

/** A few go back in every month. */
const VALUES_MIN = 3;

interface Compared {
  before: AssetDraft;
  source: Pick<AssetSource, 'lineage'>;
  changes: readonly FieldChange[];
}

/** Cells that say again what a later import had replaced. @returns how many changes had a value before */
export function countReturned(returned: FoundRows, { before, source, changes }: Compared): number {
  if (changes.length === 0) return 0;
  let replaced = 0;
  const inOrder = inImportOrder(before.sources);
  const series = seriesKey(source.lineage);
  for (const change of changes) {
    const [cell] = change.after;
    if (cell === undefined || change.before.length === 0) continue;
    replaced += 1;
    if (wasSaidBefore(inOrder, change) && hasChanged(inOrder, series, change) && countOne(returned))
      returned.cells.push({ rowNumber: cell.row_number, value: cell.raw, columnIndex: cell.column_index });
  }
  return replaced;
}

export function returnedFindings(input: AgentInput, { count, cells }: FoundRows, replaced: number): AgentFinding[] {
  if (count < VALUES_MIN || 3 * count < replaced) return [];
  const isPreview = input.inventoryDecision === 'preview';
  const wayOut = isPreview
    ? 'Nothing is written yet: if it is, delete this import.'
    : 'If it is, withdraw this import.';
  return [
    {
      severity: 'warning',
      code: 'returned_value',
      message: `${formatNumber(count)} of ${countOf(replaced, 'changed value')} ${isPreview ? 'would go' : 'go'} back to what they were before a later import changed them: this sheet may be an older one. ${wayOut}`,
      columnIndex: null,
      count,
      cells: addressedCells(input, cells),
    },
  ];
}

/** By an import older than the one whose value counted. */
function wasSaidBefore(inOrder: readonly AssetSource[], { field, before, after }: FieldChange): boolean {
  const counted = inOrder.findIndex(({ data_import_id: id }) => id === before[0]?.data_import_id);
  return inOrder.slice(0, Math.max(counted, 0)).some(({ values }) => isSame(values[field] ?? [], after));
}

/** Whether the sheet itself said otherwise before: of two that disagree, each only says what it always said. */
function hasChanged(inOrder: readonly AssetSource[], series: string, { field, after }: FieldChange): boolean {
  const last = inOrder.findLast(({ lineage, values }) => seriesKey(lineage) === series && values[field] !== undefined);
  return last !== undefined && !isSame(last.values[field] ?? [], after);
}

const isSame = (some: readonly AssetValue[], others: readonly AssetValue[]): boolean =>
  some.length === others.length && some.every(({ value }, at) => isSameValue(value, others[at]?.value));
