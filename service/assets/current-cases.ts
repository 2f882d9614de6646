import { trusted } from 'mongoose';
import type { FlowStatus } from '#shared/statuses.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssetDraft } from '../inventory/asset.ts';
import { judgeAgain, newlyPlaced, placingVersion } from '../inventory/judge-again.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import type { ClientSession } from '../platform/mongo.ts';
import { draftOf } from './stored-asset.ts';

const KEYS_PER_CALL = 1_000;

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

  async of(tenant: Tenant, cases: readonly StoredCase[], reading: Reading = {}): Promise<CurrentCase[]> {
    const assets = await this.sharing(tenant, cases.filter(isJudgedAnew), reading);
    const current: CurrentCase[] = [];
    for (const one of cases) current.push(await currentCase(one, assets));
    return current;
  }

  async one(tenant: Tenant, stored: StoredCase, reading: Reading = {}): Promise<CurrentCase> {
    return currentCase(stored, isJudgedAnew(stored) ? await this.sharing(tenant, [stored], reading) : []);
  }

  /** The assets that share a key with any of the records. */
  private async sharing(
    tenant: Tenant,
    cases: readonly StoredCase[],
    { session, written = new Map() }: Reading,
  ): Promise<AssetDraft[]> {
    const things = cases.flatMap(({ conflict }) => conflict.things);
    const keys = [...new Set(things.flatMap(({ source }) => source.keys.flatMap(asStored)))];
    const found = new Map<string, AssetDraft>();
    for (let from = 0; from < keys.length; from += KEYS_PER_CALL) {
      const wanted = { keys: trusted({ $in: keys.slice(from, from + KEYS_PER_CALL) }) };
      const documents = await this.assets.list(tenant, wanted, { _id: 1 }, session);
      for (const document of documents) found.set(document._id, draftOf(document));
    }
    return [...new Map([...found, ...written]).values()];
  }
}

async function currentCase(stored: StoredCase, assets: readonly AssetDraft[]): Promise<CurrentCase> {
  const { conflict } = stored;
  const placing = isJudgedAnew(stored)
    ? await judgeAgain({ ...conflict, conflict_id: conflict._id }, assets)
    : conflict;
  return {
    conflict: { ...conflict, things: placing.things, candidates: placing.candidates },
    version: placingVersion(placing),
    since: newlyPlaced(conflict, placing, assets),
  };
}

const isJudgedAnew = ({ conflict, status }: StoredCase): boolean =>
  conflict.decision === null && status === 'completed';

/** A host's name may stand in the column of names, and the other way round. */
function asStored(key: string): string[] {
  const [kind, name] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return kind === 'hostname' || kind === 'name' ? [`hostname:${name}`, `name:${name}`] : [key];
}
