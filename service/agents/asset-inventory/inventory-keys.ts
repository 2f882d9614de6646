import type { AssetClass } from '#shared/statuses.ts';
import { KeyPartBuilder, type KeyPart } from '../../inventory/key-part.ts';
import { linkKeys, traitsOf, writeHash, type LinkKey } from '../../inventory/key-kinds.ts';
import type { KeyTableBuilder } from '../../inventory/key-table.ts';
import type { AgentInput } from '../agent.ts';
import type { AssetIdentity } from '../agent-ports.ts';
import { untilAborted } from '../until-aborted.ts';
import { lineageOf } from './record-reading.ts';
import type { MissingList } from './missing-assets.ts';
import { SeriesImports, type MissingAsset, type SeriesImport } from './series-imports.ts';

/**
 * The assets that share a key with any record, as nodes of the key table. What every asset is known by is read as if this
 * import had never been: a repeated run finds what the first run found.
 */
export class MatchingAssets {
  private readonly firstNode: number;
  private readonly ids: string[] = [];
  private readonly names: string[] = [];
  private readonly classes: AssetClass[] = [];
  /** Per asset: the import of the same sheet that listed it last; null: none. */
  private readonly listedBy: (string | null)[] = [];
  private readonly series: SeriesImports;
  private readonly builder = new KeyPartBuilder();
  private nodes: ReadonlyMap<string, number> | null = null;

  /** @param missing where assets of the same sheet that share no key with any record are listed */
  static async of(
    input: AgentInput,
    records: KeyTableBuilder,
    { missing, signal }: { missing: MissingList; signal: AbortSignal },
  ): Promise<MatchingAssets> {
    const matching = new MatchingAssets(records.rows, lineageOf(input));
    for await (const assets of untilAborted(input.inventoryDesk.readIdentities(), signal)) {
      const unmatched: MissingAsset[] = [];
      for (const asset of assets) {
        const others = asset.sources.filter(({ data_import_id }) => data_import_id !== input.facts.dataImportId);
        if (others.length === 0) continue;
        const listedBy = matching.series.lastThatListed(others);
        const keys = keysOf(asset, others);
        if (keys.some((key) => isKnown(records, key))) matching.add(asset, keys, listedBy);
        else if (listedBy !== null) unmatched.push(missingAsset(asset, listedBy));
      }
      await missing.add(unmatched);
    }
    return matching;
  }

  private constructor(firstNode: number, lineage: string) {
    this.firstNode = firstNode;
    this.series = new SeriesImports(lineage);
  }

  /** What they are known by, in the order of their nodes. */
  get part(): KeyPart {
    return this.builder.part();
  }

  /** null: no such node is an asset */
  idOf(node: number): string | null {
    return this.ids[node - this.firstNode] ?? null;
  }

  nameOf(node: number): string {
    return this.names[node - this.firstNode] ?? '';
  }

  nodeOf(id: string): number | null {
    this.nodes ??= new Map(this.ids.map((known, index) => [known, this.firstNode + index]));
    return this.nodes.get(id) ?? null;
  }

  /** The last import of the same sheet; null: there was none. */
  get lastImport(): SeriesImport | null {
    return this.series.last;
  }

  /** Assets of the same sheet that share a key with a record, and are not listed any more. */
  unlisted(isListed: Uint8Array, isReplaced: (node: number) => boolean): MissingAsset[] {
    return this.listedBy.flatMap((listedBy, index) => {
      const node = this.firstNode + index;
      if (listedBy === null || isListed[node] === 1) return [];
      return {
        id: this.ids[index] ?? '',
        name: this.names[index] ?? '',
        assetClass: this.classes[index] ?? 'unknown',
        listedBy,
        isReplaced: isReplaced(node),
      };
    });
  }

  private add(asset: AssetIdentity, keys: readonly LinkKey[], listedBy: string | null): void {
    this.builder.add(keys, traitsOf(asset.asset_class, asset.class_rule));
    this.ids.push(asset.asset_id);
    this.names.push(asset.name);
    this.classes.push(asset.asset_class);
    this.listedBy.push(listedBy);
  }
}

const missingAsset = (
  { asset_id: id, name, asset_class: assetClass }: AssetIdentity,
  listedBy: string,
): MissingAsset => ({
  id,
  name,
  assetClass,
  listedBy,
  isReplaced: false,
});

function keysOf(asset: AssetIdentity, sources: AssetIdentity['sources']): LinkKey[] {
  return linkKeys([...new Set(sources.flatMap(({ keys }) => keys))], asset.asset_class);
}

const words = new Uint32Array(2);

function isKnown(records: KeyTableBuilder, key: LinkKey): boolean {
  writeHash(key.text, words, 0);
  return records.knows(words[0] ?? 0, words[1] ?? 0);
}
