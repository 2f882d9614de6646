import { KeyPartBuilder, type KeyPart } from '../../inventory/key-part.ts';
import { linkKeys, traitsOf, writeHash, type LinkKey } from '../../inventory/key-kinds.ts';
import type { KeyTableBuilder } from '../../inventory/key-table.ts';
import type { AgentInput } from '../agent.ts';
import type { AssetIdentity } from '../agent-ports.ts';
import { untilAborted } from '../until-aborted.ts';
import { lineageOf } from './record-reading.ts';

/** The assets that share a key with any record, in the order of their nodes. */
export interface MatchingAssets {
  part: KeyPart;
  ids: string[];
  names: string[];
  /** Per asset: an earlier import of the same sheet is the last that listed it. */
  isExpected: boolean[];
  /** Expected assets that share no key with any record. */
  unmatched: { count: number; names: string[] };
}

export const MISSING_NAMES_MAX = 20;

/**
 * Reads what every asset is known by, as if this import had never been: a repeated run finds what the first run found.
 * Keeps only assets that a record may be.
 */
export async function matchingAssets(
  input: AgentInput,
  records: KeyTableBuilder,
  signal: AbortSignal,
): Promise<MatchingAssets> {
  const builder = new KeyPartBuilder();
  const found: Omit<MatchingAssets, 'part'> = {
    ids: [],
    names: [],
    isExpected: [],
    unmatched: { count: 0, names: [] },
  };
  const lineage = lineageOf(input);
  for await (const assets of untilAborted(input.inventoryDesk.readIdentities(), signal)) {
    for (const asset of assets) {
      const others = asset.sources.filter(({ data_import_id }) => data_import_id !== input.facts.dataImportId);
      if (others.length === 0) continue;
      const isExpected = others.some((source) => source.lineage === lineage);
      const keys = keysOf(asset, others);
      if (keys.some((key) => isKnown(records, key))) {
        builder.add(keys, traitsOf(asset.asset_class, asset.class_rule));
        found.ids.push(asset.asset_id);
        found.names.push(asset.name);
        found.isExpected.push(isExpected);
      } else if (isExpected) {
        found.unmatched.count += 1;
        if (found.unmatched.names.length < MISSING_NAMES_MAX) found.unmatched.names.push(asset.name);
      }
    }
  }
  return { ...found, part: builder.part() };
}

function keysOf(asset: AssetIdentity, sources: AssetIdentity['sources']): LinkKey[] {
  return linkKeys([...new Set(sources.flatMap(({ keys }) => keys))], asset.asset_class);
}

const words = new Uint32Array(2);

function isKnown(records: KeyTableBuilder, key: LinkKey): boolean {
  writeHash(key.text, words, 0);
  return records.knows(words[0] ?? 0, words[1] ?? 0);
}
