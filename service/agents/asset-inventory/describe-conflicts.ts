import type { AssetChange } from '../../inventory/asset-change.ts';
import { ROWS_LISTED_MAX } from '../../inventory/asset-change.ts';
import type { AssetDraft, AssetValue } from '../../inventory/asset.ts';
import { buildSource, type SourceOrigin } from '../../inventory/build-source.ts';
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
import type { RecordAt, RereadRows } from './reread-rows.ts';

/** Conflicts listed with one call, and records and assets read for them with one. */
const BATCH = 200;
const READ_MAX = 2_000;
/** What its things say, and where they differ, may each take so much of a conflict's document. */
const SAID_MAX_BYTES = 4 * 1024 * 1024;

interface Reading {
  rereadRows: RereadRows;
  /** After an abort nothing more is listed. */
  signal: AbortSignal;
}

/** Lists held records with everything a person needs to decide: what they say, what they may be, where they differ. */
export async function describeConflicts(input: AgentInput, given: ReconcileGiven, reading: Reading): Promise<void> {
  const origin = originOf(input, given);
  for (const batch of batchesOf(given.conflicts)) {
    const recordAt = await reading.rereadRows(batch.flatMap(rowsToRead));
    const ids = new Set(batch.flatMap(({ assets }) => assets.map(({ asset_id: id }) => id)));
    const known = ids.size === 0 ? [] : await input.inventoryDesk.getAssets([...ids]);
    const assets = new Map(known.map((asset) => [asset._id, asset]));
    const conflicts = batch.map((conflict) => describe(conflict, { origin, recordAt, assets }));
    reading.signal.throwIfAborted();
    await input.inventoryDesk.list(conflicts.map(changeOf), conflicts);
  }
}

/** In the order of their rows, so that neighbours are read together. */
function* batchesOf(conflicts: readonly GivenConflict[]): Generator<GivenConflict[]> {
  let batch: GivenConflict[] = [];
  let read = 0;
  for (const conflict of [...conflicts].sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))) {
    const more = rowsToRead(conflict).length + conflict.assets.length;
    if (batch.length === BATCH || (batch.length > 0 && read + more > READ_MAX)) {
      yield batch;
      batch = [];
      read = 0;
    }
    batch.push(conflict);
    read += more;
  }
  if (batch.length > 0) yield batch;
}

const rowsToRead = ({ held }: GivenConflict): number[] => [...held.clusters.flat(), ...held.otherRows];

interface ReadForBatch {
  origin: SourceOrigin;
  recordAt: RecordAt;
  assets: ReadonlyMap<string, AssetDraft>;
}

function describe(conflict: GivenConflict, read: ReadForBatch): InventoryConflict {
  const { held, signature, rows, rowCount, assets } = conflict;
  const things = thingsOf(conflict, read);
  const otherRecords = held.otherRows.map(read.recordAt);
  const known = assets.flatMap(({ asset_id: id }) => read.assets.get(id) ?? []);
  return {
    conflict_id: `${read.origin.dataImportId}:${signature}`,
    signature,
    kind: `${held.level}:${held.about}`,
    reason: conflictReason(held),
    first_row: (rows[0] ?? -1) + 1,
    row_numbers: rows.map((row) => row + 1),
    row_count: rowCount,
    things,
    candidates: [
      ...assets.map(({ asset_id, name }) => ({ asset_id, row_number: null, name })),
      ...otherRecords.map(({ keys, rowNumber }) => ({ asset_id: null, row_number: rowNumber, name: nameOf(keys) })),
    ],
    differing: differingFields(things, known),
    decision: conflict.decision,
  };
}

/** As many as a document takes; where the first is too large already, its first record. */
function thingsOf({ held, ownAssetIds }: GivenConflict, { recordAt, origin }: ReadForBatch): HeldThing[] {
  const thing = (rows: readonly number[], index: number): HeldThing => {
    const source = buildSource(rows.map(recordAt), origin);
    const asset_id = ownAssetIds[index] ?? null;
    return { row_numbers: rows.map((row) => row + 1), name: nameOf(source.keys), asset_id, source };
  };
  const things: HeldThing[] = [];
  let left = SAID_MAX_BYTES;
  for (const [index, rows] of held.clusters.entries()) {
    const one = thing(rows, index);
    left -= bytesOf(one);
    if (left < 0) return things.length > 0 ? things : [thing(rows.slice(0, 1), index)];
    things.push(one);
  }
  return things;
}

const bytesOf = (item: HeldThing | AssetValue): number => Buffer.byteLength(JSON.stringify(item));

/** By field, every value that is not the same as one before it; of the records, then of the assets they may be. */
function differingFields(things: readonly HeldThing[], assets: readonly AssetDraft[]): DifferingField[] {
  const options = new Map<string, AssetValue[]>();
  for (const values of [...things.map(({ source }) => source.values), ...assets.map((asset) => asset.values)])
    for (const [field, found] of Object.entries(values)) {
      const known = options.get(field) ?? [];
      const other = found.filter((value) => !known.some((one) => isSameValue(one.value, value.value)));
      options.set(field, [...known, ...other]);
    }
  let left = SAID_MAX_BYTES;
  return [...options]
    .filter(([, values]) => values.length > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, values]) => ({ field, options: values.filter((value) => (left -= bytesOf(value)) >= 0) }));
}

function changeOf(conflict: InventoryConflict): AssetChange {
  return {
    kind: 'conflict',
    first_row: conflict.first_row,
    row_numbers: conflict.row_numbers.slice(0, ROWS_LISTED_MAX),
    row_count: conflict.row_count,
    asset_id: null,
    conflict_id: conflict.conflict_id,
    name: conflict.things[0]?.name ?? '',
    asset_class: conflict.things[0]?.source.asset_class ?? 'unknown',
    changes: [],
    decided_by: conflict.decision?.decided_by ?? null,
    last_listed_import_id: null,
  };
}

/** The name among the keys, else the strongest key. */
function nameOf(keys: readonly string[]): string {
  const key = keys.find((one) => one.startsWith('hostname:') || one.startsWith('name:')) ?? keys[0] ?? '';
  return key.slice(key.indexOf(':') + 1);
}
