import { fieldLabel } from '#shared/field-label.ts';
import { formatNumber } from '#shared/format.ts';
import type { AssetDraft, AssetSource, AssetValue, FieldChange } from '../../inventory/asset.ts';
import type { AgentFinding, AgentInput } from '../agent.ts';
import { addTally, countOne } from '../finding-tally.ts';
import { columnName } from '../listed-findings.ts';
import { addressedCells } from './addressed-cells.ts';
import type { FoundRows } from './inventory-part.ts';

const SIZES = ['memory_gb', 'storage_gb', 'storage_used_gb'] as const;

/** What lies between two units of a size. */
const STEPS = [1_000, 1_024, 1_000_000, 1_048_576];
/** Sizes that somebody rounded are off by a little; 1,000 and 1,024 are further apart. */
const ROUNDED = 0.01;
/** Fewer may have changed so. */
const ASSETS_MIN = 10;

/** Assets whose size the inventory had and the sheet says; those that changed, and by which step. Plain data. */
interface MovedSize {
  known: number;
  changed: number;
  /** By the step; below one: the size is that part of what it was. */
  moved: Map<number, FoundRows>;
}

/** By field. */
export type MovedSizes = Map<string, MovedSize>;

/** Counts what became of the sizes of one asset that the inventory had. */
export function countSizes(
  sizes: MovedSizes,
  { before, source, changes }: { before: AssetDraft; source: AssetSource; changes: readonly FieldChange[] },
): void {
  for (const field of SIZES) {
    if (!says(before, field) || !says(source, field)) continue;
    const size = sizeOf(sizes, field);
    size.known += 1;
    const ofField = changes.filter((change) => change.field === field || change.field.endsWith(` ${field}`));
    if (ofField.length === 0) continue;
    size.changed += 1;
    const [step, ...others] = new Set(ofField.flatMap(stepsOf));
    const [cell] = ofField[0]?.after ?? [];
    if (step === undefined || step === null || others.length > 0 || cell === undefined) continue;
    const moved = size.moved.get(step) ?? { count: 0, cells: [] };
    size.moved.set(step, moved);
    if (countOne(moved))
      moved.cells.push({ rowNumber: cell.row_number, value: cell.raw, columnIndex: cell.column_index });
  }
}

export function addSizes(sum: MovedSizes, sizes: MovedSizes): void {
  for (const [field, { known, changed, moved }] of sizes) {
    const size = sizeOf(sum, field);
    size.known += known;
    size.changed += changed;
    for (const [step, found] of moved) {
      const all = size.moved.get(step) ?? { count: 0, cells: [] };
      size.moved.set(step, all);
      addTally(all, found);
    }
  }
}

/** Sizes of which most that changed did so by the step between two units. */
export function sizeFindings(input: AgentInput, sizes: MovedSizes): AgentFinding[] {
  return [...sizes].flatMap(([field, { known, changed, moved }]) =>
    [...moved]
      .filter(([, { count }]) => count >= ASSETS_MIN && 2 * count > changed)
      .map(([step, { count, cells }]): AgentFinding => {
        const columnIndex = cells[0]?.columnIndex ?? null;
        const column = columnIndex === null ? '' : columnName(input.facts, columnIndex);
        const what = fieldLabel(field.replace(/_gb$/, ''));
        return {
          severity: 'error',
          code: 'unit_changed',
          message: `${what} of ${formatNumber(count)} of ${formatNumber(known)} assets that were known is ${stepWords(step)} what it was. Is the unit right? ${
            input.inventoryDecision === 'preview'
              ? `Nothing is written yet: if not, go back to the mappings and set the unit of "${column}", or correct its header and import the sheet again.`
              : `If not, withdraw this import, correct the unit in the header "${column}" or set it with the mappings, and import the sheet again.`
          }`,
          columnIndex,
          count,
          cells: addressedCells(input, cells),
        };
      }),
  );
}

const stepWords = (step: number): string =>
  step > 1 ? `${formatNumber(step)} times` : `a ${formatNumber(Math.round(1 / step))}th of`;

function sizeOf(sizes: MovedSizes, field: string): MovedSize {
  const size = sizes.get(field) ?? { known: 0, changed: 0, moved: new Map<number, FoundRows>() };
  sizes.set(field, size);
  return size;
}

const says = ({ values, components }: Pick<AssetSource, 'values' | 'components'>, field: string): boolean =>
  Object.hasOwn(values, field) || components.some((component) => Object.hasOwn(component.values, field));

/** Null where a value did something else. */
function stepsOf({ before, after }: FieldChange): (number | null)[] {
  if (before.length !== after.length) return [null];
  return after.flatMap((value, at) => {
    const [old, now] = [numberOf(before[at]), numberOf(value)];
    if (old === now) return [];
    return old === null || now === null ? [null] : [stepBetween(old, now)];
  });
}

const numberOf = (value: AssetValue | undefined): number | null =>
  typeof value?.value === 'number' && value.value > 0 ? value.value : null;

function stepBetween(before: number, after: number): number | null {
  const ratio = after > before ? after / before : before / after;
  const step = STEPS.find((one) => Math.abs(ratio / one - 1) < ROUNDED);
  if (step === undefined) return null;
  return after > before ? step : 1 / step;
}
