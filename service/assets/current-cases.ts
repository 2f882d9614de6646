import { setImmediate as nextTurn } from 'node:timers/promises';
import { trusted } from 'mongoose';
import type { FlowStatus } from '#shared/statuses.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssetDraft } from '../inventory/asset.ts';
import { judgeAgain, newlyPlaced, placingVersion } from '../inventory/judge-again.ts';
import { KnownAssets } from '../inventory/known-assets.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import type { ClientSession } from '../platform/database/mongo.ts';
import { draftOf } from './stored-asset.ts';

/** Cases whose assets are held at once. */
const CASES_AT_ONCE = 20;
const KEYS_PER_CALL = 200;
const ASSETS_PER_CALL = 1_000;
/** A key that more assets have says of none of them that it is the one. */
const ASSETS_OF_KEY_MAX = 100;

/** A conflict as it stands in the inventory of today. */
export interface CurrentCase {
  conflict: InventoryConflictDocument;
  version: string;
  /** Names of assets that came since it was listed. */
  since: string[];
}

/** A conflict as its import listed it, and where the flow of that import stands. */
interface StoredCase {
  conflict: InventoryConflictDocument;
  status: FlowStatus | undefined;
}

export interface Reading {
  session?: ClientSession | undefined;
  /** Assets as decisions before it would leave them, by id. */
  written?: ReadonlyMap<string, AssetDraft>;
}

/**
 * Places open conflicts anew: what was decided or imported meanwhile may be what their records are. Those of a flow that
 * waits with its preview stay as they are, for they are judged anew when it is applied.
 */
export class CurrentCases {
  private readonly assets: TenantCollection<AssetDocument>;

  constructor(assets: TenantCollection<AssetDocument>) {
    this.assets = assets;
  }

  async placeAll(tenant: Tenant, cases: readonly StoredCase[], reading: Reading = {}): Promise<CurrentCase[]> {
    const current: CurrentCase[] = [];
    for (let from = 0; from < cases.length; from += CASES_AT_ONCE) {
      const some = cases.slice(from, from + CASES_AT_ONCE);
      const known = await this.sharing(tenant, some.filter(isJudgedAnew), reading);
      for (const one of some) {
        current.push(await currentCase(one, known));
        await nextTurn();
      }
    }
    return current;
  }

  async placeOne(tenant: Tenant, stored: StoredCase, reading: Reading = {}): Promise<CurrentCase> {
    return currentCase(stored, await this.sharing(tenant, isJudgedAnew(stored) ? [stored] : [], reading));
  }

  /** The assets that share a key with any of the records; of a key that too many have, not all, and it counts for nothing. */
  private async sharing(
    tenant: Tenant,
    cases: readonly StoredCase[],
    { session, written = new Map() }: Reading,
  ): Promise<KnownAssets> {
    const things = cases.flatMap(({ conflict }) => conflict.things);
    const keys = [...new Set(things.flatMap(({ source }) => source.keys.flatMap(asStored)))];
    const found = new Map<string, AssetDraft>();
    for (let from = 0; from < keys.length; from += KEYS_PER_CALL)
      for await (const documents of this.having(tenant, keys.slice(from, from + KEYS_PER_CALL), session))
        for (const document of documents) found.set(document._id, draftOf(document));
    const assets = [...new Map([...found, ...written]).values()].sort((a, b) => (a._id < b._id ? -1 : 1));
    return new KnownAssets(assets, new Set(crowdedKeys(assets).flatMap(asStored)));
  }

  /** Half as many keys at a time where they lead to many assets, and of one key no more than tell that it is crowded. */
  private async *having(
    tenant: Tenant,
    keys: readonly string[],
    session: ClientSession | undefined,
  ): AsyncGenerator<AssetDocument[]> {
    const most = keys.length === 1 ? ASSETS_OF_KEY_MAX : ASSETS_PER_CALL;
    const wanted = { keys: trusted({ $in: [...keys] }) };
    const documents = await this.assets.listSome(tenant, wanted, most + 1, session);
    if (documents.length <= most || keys.length === 1) {
      yield documents;
      return;
    }
    const middle = keys.length >> 1;
    yield* this.having(tenant, keys.slice(0, middle), session);
    yield* this.having(tenant, keys.slice(middle), session);
  }
}

async function currentCase(stored: StoredCase, known: KnownAssets): Promise<CurrentCase> {
  const { conflict } = stored;
  const placing = isJudgedAnew(stored) ? await judgeAgain({ ...conflict, conflict_id: conflict._id }, known) : conflict;
  return {
    conflict: { ...conflict, things: placing.things, candidates: placing.candidates },
    version: placingVersion(placing),
    since: newlyPlaced(conflict, placing, known),
  };
}

const isJudgedAnew = ({ conflict, status }: StoredCase): boolean =>
  conflict.decision === null && status === 'completed';

/** Keys that more assets have than are read of one. */
function crowdedKeys(assets: readonly { keys: readonly string[] }[]): string[] {
  const counts = new Map<string, number>();
  for (const { keys } of assets) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].flatMap(([key, count]) => (count > ASSETS_OF_KEY_MAX ? [key] : []));
}

/** A host's name may stand in the column of names, and the other way round. */
function asStored(key: string): string[] {
  const [kind, name] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return kind === 'hostname' || kind === 'name' ? [`hostname:${name}`, `name:${name}`] : [key];
}
