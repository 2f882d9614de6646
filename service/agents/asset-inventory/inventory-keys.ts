import { KeyPartBuilder, type KeyPart } from '../../inventory/key-part.ts';
import { linkKeys, traitsOf, writeHash, type LinkKey } from '../../inventory/key-kinds.ts';
import type { KeyTableBuilder } from '../../inventory/key-table.ts';
import type { AgentInput } from '../agent.ts';
import type { AssetIdentity } from '../agent-ports.ts';
import { untilAborted } from '../until-aborted.ts';
import type { MissingAssets } from './given.ts';
import { lineageOf } from './record-reading.ts';

const MISSING_NAMES_MAX = 20;

/**
 * The assets that share a key with any record, as nodes of the key table. What every asset is known by is read as if this
 * import had never been: a repeated run finds what the first run found.
 */
export class MatchingAssets {
  private readonly firstNode: number;
  private readonly ids: string[] = [];
  private readonly names: string[] = [];
  /** Per asset: an earlier import of the same sheet is the last that listed it. */
  private readonly isExpected: boolean[] = [];
  /** Expected assets that share no key with any record. */
  private readonly unmatched: MissingAssets = { count: 0, names: [] };
  private readonly builder = new KeyPartBuilder();
  private nodes: ReadonlyMap<string, number> | null = null;

  static async of(input: AgentInput, records: KeyTableBuilder, signal: AbortSignal): Promise<MatchingAssets> {
    const matching = new MatchingAssets(records.rows);
    const lineage = lineageOf(input);
    for await (const assets of untilAborted(input.inventoryDesk.readIdentities(), signal)) {
      for (const asset of assets) {
        const others = asset.sources.filter(({ data_import_id }) => data_import_id !== input.facts.dataImportId);
        if (others.length === 0) continue;
        const isExpected = others.some((source) => source.lineage === lineage);
        const keys = keysOf(asset, others);
        if (keys.some((key) => isKnown(records, key))) matching.add(asset, keys, isExpected);
        else if (isExpected) addMissing(matching.unmatched, asset.name);
      }
    }
    return matching;
  }

  private constructor(firstNode: number) {
    this.firstNode = firstNode;
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

  /** Expected assets that are not listed any more. */
  missing(isListed: (node: number) => boolean): MissingAssets {
    const missing = { count: this.unmatched.count, names: [...this.unmatched.names] };
    this.isExpected.forEach((isExpected, index) => {
      if (isExpected && !isListed(this.firstNode + index)) addMissing(missing, this.names[index] ?? '');
    });
    return missing;
  }

  private add(asset: AssetIdentity, keys: readonly LinkKey[], isExpected: boolean): void {
    this.builder.add(keys, traitsOf(asset.asset_class, asset.class_rule));
    this.ids.push(asset.asset_id);
    this.names.push(asset.name);
    this.isExpected.push(isExpected);
  }
}

function addMissing(missing: MissingAssets, name: string): void {
  missing.count += 1;
  if (missing.names.length < MISSING_NAMES_MAX) missing.names.push(name);
}

function keysOf(asset: AssetIdentity, sources: AssetIdentity['sources']): LinkKey[] {
  return linkKeys([...new Set(sources.flatMap(({ keys }) => keys))], asset.asset_class);
}

const words = new Uint32Array(2);

function isKnown(records: KeyTableBuilder, key: LinkKey): boolean {
  writeHash(key.text, words, 0);
  return records.knows(words[0] ?? 0, words[1] ?? 0);
}
