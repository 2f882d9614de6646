import type { Asset } from '../inventory/asset.ts';
import { bareDatabaseKeys } from '../inventory/database-keys.ts';
import { namesOf, type AssetNames } from './asset-names.ts';
import { nameKeys, type ReferenceName } from './names.ts';
import type { Reference } from './references.ts';

/** Names of one look-up: it takes 1,000 keys, and a name has at most eight. */
const NAMES_PER_CALL = 125;
/** Names whose candidates are remembered; about 300 bytes each with one candidate. */
const REMEMBERED_MAX = 50_000;

/** Finds which assets names may mean, many at a time, and remembers it: a thousand machines name the same host. */
export class NameResolver {
  private readonly findByKeys: (keys: readonly string[]) => Promise<readonly Asset[]>;
  private candidates = new Map<string, readonly AssetNames[]>();

  constructor(findByKeys: (keys: readonly string[]) => Promise<readonly Asset[]>) {
    this.findByKeys = findByKeys;
  }

  /** The candidates of each reference, by its whole name; to be asked before the next call. */
  async resolve(references: readonly Reference[]): Promise<ReadonlyMap<string, readonly AssetNames[]>> {
    const wanted = new Map<string, ReferenceName>();
    const found = new Map<string, readonly AssetNames[]>();
    for (const { name } of references) {
      const known = this.candidates.get(name.whole);
      if (known) found.set(name.whole, known);
      else wanted.set(name.whole, name);
    }
    for (const names of inCalls([...wanted.keys()])) await this.lookUp(names, found);
    return found;
  }

  private async lookUp(names: readonly string[], found: Map<string, readonly AssetNames[]>): Promise<void> {
    const keysOf = new Map(names.map((name) => [name, nameKeys(name)]));
    const assets = await this.findByKeys([...new Set([...keysOf.values()].flat())]);
    const byKey = new Map<string, AssetNames[]>();
    for (const asset of assets) {
      const known = namesOf(asset);
      for (const key of [...asset.keys, ...bareDatabaseKeys(asset)]) {
        const sharing = byKey.get(key);
        if (sharing) sharing.push(known);
        else byKey.set(key, [known]);
      }
    }
    for (const [name, keys] of keysOf) {
      const candidates = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
      found.set(name, candidates);
      this.remember(name, candidates);
    }
  }

  private remember(name: string, candidates: readonly AssetNames[]): void {
    if (this.candidates.size >= REMEMBERED_MAX) this.candidates = new Map();
    this.candidates.set(name, candidates);
  }
}

function* inCalls(names: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < names.length; from += NAMES_PER_CALL) yield names.slice(from, from + NAMES_PER_CALL);
}
