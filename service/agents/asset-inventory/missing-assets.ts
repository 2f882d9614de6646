import type { AssetChange } from '../../inventory/asset-change.ts';
import type { AgentInput } from '../agent.ts';
import { WriteBehind } from '../write-behind.ts';
import type { MissingCounts, MissingNames } from './given.ts';
import type { MissingAsset, SeriesImport } from './series-imports.ts';

const NAMES_MAX = 20;

/** What one import of the sheet was the last to list. */
interface Tally {
  count: number;
  replaced: number;
  first: { place: number; name: string }[];
}

/** Lists every asset that is missing while they are found, behind the changes of the rows, and counts them. */
export class MissingList {
  private readonly input: AgentInput;
  private readonly changes: WriteBehind<AssetChange>;
  private readonly tallies = new Map<string, Tally>();
  private place: number;

  constructor(input: AgentInput, signal: AbortSignal) {
    this.input = input;
    this.place = input.facts.totalRecords;
    this.changes = new WriteBehind((some) => input.inventoryDesk.list(some, []), { signal });
  }

  async add(assets: readonly MissingAsset[]): Promise<void> {
    await this.changes.add(assets.map((asset) => this.count(asset)));
  }

  /** @param last the last import of the sheet; null: there was none */
  async end(last: SeriesImport | null): Promise<MissingCounts> {
    await this.changes.end();
    const isFresh = (id: string): boolean => id === last?.dataImportId;
    const namesOf = (some: (id: string) => boolean): MissingNames =>
      namesIn([...this.tallies].filter(([id]) => some(id)).map(([, tally]) => tally));
    return {
      fresh: namesOf(isFresh),
      before: namesOf((id) => !isFresh(id)),
      listedLast: last?.count ?? 0,
      lastFilename: last === null ? null : await this.input.inventoryDesk.findFilename(last.dataImportId),
    };
  }

  private count(asset: MissingAsset): AssetChange {
    this.place += 1;
    const tally = this.tallies.get(asset.listedBy) ?? { count: 0, replaced: 0, first: [] };
    this.tallies.set(asset.listedBy, tally);
    tally.count += 1;
    if (asset.isReplaced) tally.replaced += 1;
    if (tally.first.length < NAMES_MAX) tally.first.push({ place: this.place, name: asset.name });
    return changeOf(asset, this.place);
  }
}

function namesIn(tallies: readonly Tally[]): MissingNames {
  const first = tallies.flatMap((tally) => tally.first).sort((a, b) => a.place - b.place);
  return {
    count: tallies.reduce((sum, { count }) => sum + count, 0),
    replaced: tallies.reduce((sum, { replaced }) => sum + replaced, 0),
    names: first.slice(0, NAMES_MAX).map(({ name }) => name),
  };
}

const changeOf = ({ id, name, assetClass, listedBy }: MissingAsset, place: number): AssetChange => ({
  kind: 'missing',
  first_row: place,
  row_numbers: [],
  row_count: 0,
  asset_id: id,
  conflict_id: null,
  name,
  asset_class: assetClass,
  changes: [],
  decided_by: null,
  last_listed_import_id: listedBy,
});
