import { createHash } from 'node:crypto';
import type { ConflictCandidate, HeldThing, InventoryConflict } from './conflict.ts';
import type { Level } from './contradictions.ts';
import { identify } from './identify.ts';
import { KINDS_OF_LEVEL, linkKeys, recordTraits, traitsOf, type LinkKey } from './key-kinds.ts';
import { KeyPartBuilder } from './key-part.ts';
import { KeyTableBuilder } from './key-table.ts';
import type { KnownAssets } from './known-assets.ts';

/** The part of a conflict that depends on what else is in the inventory. */
type Placing = Pick<InventoryConflict, 'things' | 'candidates'>;

/**
 * What held records may be in the inventory as it is now: what they might be when they were held, and whatever of theirs
 * came into it since, by another decision, another import or other rows of their own.
 *
 * @param known with those that share a key with any of the records; others make no difference
 */
export async function judgeAgain(
  held: Pick<InventoryConflict, 'kind' | 'conflict_id' | 'things' | 'candidates'>,
  known: KnownAssets,
): Promise<Placing> {
  const [level = 'name'] = held.kind.split(':') as [Level];
  const found = new Set<string>();
  const owns: (string | null)[] = [];
  for (const thing of held.things) {
    const telling = thing.source.keys.filter((key) => !known.isCrowded(key));
    const keys = linkKeys(telling, thing.source.asset_class);
    for (const id of await placesOf(thing, keys, known)) found.add(id);
    const unshared = keys.filter(({ kind }) => (kind & KINDS_OF_LEVEL[level]) === 0);
    const places = held.things.length === 1 ? [] : await placesOf(thing, unshared, known);
    const [own, other] = places;
    owns.push(thing.asset_id ?? (other === undefined ? (own ?? null) : null));
  }
  const isTaken = (own: string | null): boolean => owns.filter((one) => one === own).length > 1;
  const things = held.things.map((thing, index) => {
    const own = owns[index] ?? null;
    return { ...thing, asset_id: thing.asset_id ?? (isTaken(own) ? null : own) };
  });
  return { things, candidates: candidatesOf(held, known, found) };
}

/** The same for the same placing: whoever decides says by it which one was looked at. */
export function placingVersion({ things, candidates }: PlacedIds): string {
  const placed = [
    things.map(({ asset_id: id }) => id),
    candidates.map(({ asset_id: id, row_number: row }) => id ?? `row ${row}`).sort(),
  ];
  return createHash('sha256').update(JSON.stringify(placed)).digest('hex').slice(0, 16);
}

interface PlacedIds {
  things: readonly Pick<HeldThing, 'asset_id'>[];
  candidates: readonly ConflictCandidate[];
}

/** Names of the assets that are in the second placing only. */
export function newlyPlaced(before: Placing, after: Placing, known: KnownAssets): string[] {
  const idsOf = ({ things, candidates }: Placing): Set<string> =>
    new Set([...things, ...candidates].flatMap(({ asset_id: id }) => id ?? []));
  const listed = idsOf(before);
  return known.withIds([...idsOf(after)].filter((id) => !listed.has(id))).map(({ name }) => name);
}

function candidatesOf(
  { conflict_id: id, candidates }: Pick<InventoryConflict, 'conflict_id' | 'candidates'>,
  known: KnownAssets,
  found: ReadonlySet<string>,
): ConflictCandidate[] {
  const listed = new Set(candidates.map(({ asset_id: assetId }) => assetId));
  const added = known.withIds(found).filter(({ _id }) => !listed.has(_id));
  const [importId = ''] = id.split(':');
  const rows = new Set(
    added.flatMap(({ sources }) =>
      sources.flatMap((source) => (source.data_import_id === importId ? source.row_numbers : [])),
    ),
  );
  return [
    ...candidates.filter(({ row_number: row }) => row === null || !rows.has(row)),
    ...added.map(({ _id, name }) => ({ asset_id: _id, row_number: null, name })),
  ];
}

/** The assets a thing would join or may be if it were imported now, alone, and known by these keys. */
async function placesOf({ source }: HeldThing, keys: readonly LinkKey[], known: KnownAssets): Promise<string[]> {
  const sharing = known.sharing(keys);
  if (sharing.length === 0) return [];
  const record = new KeyPartBuilder();
  record.add(keys, recordTraits(keys, traitsOf(source.asset_class, source.class_rule)));
  const others = new KeyPartBuilder();
  for (const { asset, links } of sharing) others.add(links, traitsOf(asset.asset_class, asset.class_rule));
  const table = (await KeyTableBuilder.of([record.part()])).build(others.part());
  const { clusters, held } = identify(table);
  const nodes = new Set(held.flatMap(({ assetNodes }) => assetNodes));
  clusters.forEach(clusters.root(0), (node) => nodes.add(node));
  nodes.delete(0);
  return sharing.flatMap(({ asset }, index) => (nodes.has(index + 1) ? [asset._id] : []));
}
