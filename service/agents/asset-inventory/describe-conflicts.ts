import type { AssetChange } from '../../inventory/asset-change.ts';
import { ROWS_LISTED_MAX } from '../../inventory/asset-change.ts';
import type { AssetDraft, AssetValue } from '../../inventory/asset.ts';
import { buildSource } from '../../inventory/build-source.ts';
import {
  conflictReason,
  type DifferingField,
  type HeldThing,
  type InventoryConflict,
} from '../../inventory/conflict.ts';
import { isSameValue } from '../../inventory/diff.ts';
import type { AgentInput } from '../agent.ts';
import type { GivenConflict, ReconcileGiven } from './given.ts';
import { originOf } from './group-writer.ts';
import type { ReadAgain } from './read-again.ts';

/** Things of one conflict that are shown and can be decided on one by one; of more, the first. */
const THINGS_MAX = 100;
const CANDIDATES_MAX = 20;
const BATCH = 200;

interface Reading {
  readAgain: ReadAgain;
  /** After an abort nothing more is listed. */
  signal: AbortSignal;
}

/** Lists held records with everything a person needs to decide: what they say, what they may be, where they differ. */
export async function describeConflicts(input: AgentInput, given: ReconcileGiven, reading: Reading): Promise<void> {
  for (let from = 0; from < given.conflicts.length; from += BATCH) {
    const conflicts: InventoryConflict[] = [];
    for (const conflict of given.conflicts.slice(from, from + BATCH))
      conflicts.push(await describe(input, { conflict, given }, reading));
    reading.signal.throwIfAborted();
    await input.inventoryDesk.list(conflicts.map(changeOf), conflicts);
  }
}

async function describe(
  input: AgentInput,
  { conflict, given }: { conflict: GivenConflict; given: ReconcileGiven },
  { readAgain }: Reading,
): Promise<InventoryConflict> {
  const { held, signature } = conflict;
  const origin = originOf(input, given);
  const clusters = held.clusters.slice(0, THINGS_MAX);
  const others = held.otherRows.slice(0, CANDIDATES_MAX);
  const recordAt = await readAgain([...clusters.flat(), ...others]);
  const things = clusters.map((rows, index): HeldThing => {
    const source = buildSource(rows.map(recordAt), origin);
    return {
      row_numbers: rows.map((row) => row + 1),
      name: nameOf(source.keys),
      asset_id: conflict.ownAssetIds[index] ?? null,
      source,
    };
  });
  const assets = conflict.assets.slice(0, CANDIDATES_MAX);
  const otherRecords = others.map(recordAt);
  const rowNumbers = held.clusters.flat().map((row) => row + 1);
  const known = assets.length === 0 ? [] : await input.inventoryDesk.getAssets(assets.map(({ asset_id }) => asset_id));
  return {
    conflict_id: `${input.facts.dataImportId}:${signature}`,
    signature,
    kind: `${held.level}:${held.about}`,
    reason: conflictReason(held),
    first_row: rowNumbers[0] ?? 0,
    row_numbers: rowNumbers,
    things,
    candidates: [
      ...assets.map(({ asset_id, name }) => ({ asset_id, row_number: null, name })),
      ...otherRecords.map(({ keys, rowNumber }) => ({ asset_id: null, row_number: rowNumber, name: nameOf(keys) })),
    ],
    differing: differingFields(things, known),
    decision: conflict.decision,
  };
}

/** By field, every value that is not the same as one before it; of the records, then of the assets they may be. */
function differingFields(things: readonly HeldThing[], assets: readonly AssetDraft[]): DifferingField[] {
  const options = new Map<string, AssetValue[]>();
  for (const values of [...things.map(({ source }) => source.values), ...assets.map((asset) => asset.values)])
    for (const [field, found] of Object.entries(values)) {
      const known = options.get(field) ?? [];
      const other = found.filter((value) => !known.some((one) => isSameValue(one.value, value.value)));
      options.set(field, [...known, ...other]);
    }
  return [...options]
    .filter(([, values]) => values.length > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, values]) => ({ field, options: values }));
}

function changeOf(conflict: InventoryConflict): AssetChange {
  return {
    kind: 'conflict',
    first_row: conflict.first_row,
    row_numbers: conflict.row_numbers.slice(0, ROWS_LISTED_MAX),
    row_count: conflict.row_numbers.length,
    asset_id: null,
    conflict_id: conflict.conflict_id,
    name: conflict.things[0]?.name ?? '',
    asset_class: conflict.things[0]?.source.asset_class ?? 'unknown',
    changes: [],
    decided_by: conflict.decision?.decided_by ?? null,
  };
}

/** The name among the keys, else the strongest key. */
function nameOf(keys: readonly string[]): string {
  const key = keys.find((one) => one.startsWith('hostname:') || one.startsWith('name:')) ?? keys[0] ?? '';
  return key.slice(key.indexOf(':') + 1);
}
