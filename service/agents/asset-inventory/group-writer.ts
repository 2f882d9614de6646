import type { ComponentKind } from '#shared/statuses.ts';
import { ROWS_LISTED_MAX, type AssetChange } from '../../inventory/asset-change.ts';
import type { AssetDraft, AssetSource, FieldChange } from '../../inventory/asset.ts';
import { assetIdsOf } from '../../inventory/asset-id.ts';
import { buildSource, type SourceOrigin } from '../../inventory/build-source.ts';
import type { ConflictDecision } from '../../inventory/conflict.ts';
import { addSource, fieldDecisions } from '../../inventory/decided-source.ts';
import { diffStates } from '../../inventory/diff.ts';
import { withoutImport } from '../../inventory/fold.ts';
import { overruledValues } from '../../inventory/overruled-values.ts';
import type { ReadRecord } from '../../inventory/read-records.ts';
import type { AgentInput } from '../agent.ts';
import { WriteBehind } from '../write-behind.ts';
import type { ReconcileGiven } from './given.ts';
import type { InventoryPart } from './inventory-part.ts';
import { countSizes } from './moved-sizes.ts';
import { componentSheetOf, lineageOf } from './record-reading.ts';
import { countReturned } from './returned-values.ts';
import { repeatedKeyTest } from './repeated-key-test.ts';

/** Records of one thing; those that stand in other partitions are still to be read. Rows from 0. */
export interface RecordGroup {
  leader: number;
  records: ReadRecord[];
  strays: readonly number[];
}

/** Where what comes of the groups is counted. */
interface PartitionOutcome {
  part: InventoryPart;
  firstRow: number;
}

/** What becomes of a group. No two groups are of one asset. */
interface FoldedGroup {
  change: AssetChange;
  asset: AssetDraft;
}

/** Assets read and written with one call. Larger batches cost the garbage collector more while they wait. */
const BATCH = 250;

const NOTHING = { values: {}, components: [] };

/** Folds each group into its asset, lists the change and, unless this is a preview, writes it; in batches. */
export class GroupWriter {
  readonly componentKind: ComponentKind | null;
  private readonly input: AgentInput;
  private readonly given: ReconcileGiven;
  private readonly to: PartitionOutcome;
  private readonly origin: SourceOrigin;
  private readonly decisions: ReadonlyMap<number, ConflictDecision>;
  private readonly newId: (firstRow: number) => string;
  private groups: RecordGroup[] = [];
  private readonly changes: WriteBehind<AssetChange>;
  private readonly assets: WriteBehind<FoldedGroup>;

  constructor(input: AgentInput, given: ReconcileGiven, to: PartitionOutcome, signal: AbortSignal) {
    this.input = input;
    this.given = given;
    this.to = to;
    this.changes = new WriteBehind((some) => input.inventoryDesk.list(some, []), { signal });
    // Waiting for one at a time took a sixth of the phase (docs/decisions/0042).
    this.assets = new WriteBehind((some) => this.write(some), { signal, batch: BATCH, atOnce: 2 });
    this.componentKind = componentSheetOf(input)?.kind ?? null;
    this.origin = originOf(input, given);
    this.newId = assetIdsOf(input.facts.dataImportId);
    this.decisions = new Map(given.decided.map(({ leader, decision }) => [leader, decision]));
  }

  get isFull(): boolean {
    return this.groups.length >= BATCH;
  }

  add(group: RecordGroup): void {
    this.groups.push(group);
  }

  /** Folds what was added, while the batch before is written, and then begins to write it. Changes wait for a thousand. */
  async flush(): Promise<void> {
    const groups = this.groups;
    this.groups = [];
    if (groups.length === 0) return;
    const folded = await this.foldAll(groups);
    await this.changes.add(folded.map(({ change }) => change));
    if (this.input.inventoryDecision === 'apply') await this.assets.add(folded);
  }

  /** Writes what is left and waits for all of it. */
  async finish(): Promise<void> {
    await this.flush();
    await Promise.all([this.changes.end(), this.assets.end()]);
  }

  private async foldAll(groups: readonly RecordGroup[]): Promise<FoldedGroup[]> {
    const ids = groups.flatMap(({ leader }) => this.knownId(leader) ?? []);
    const known = ids.length === 0 ? [] : await this.input.inventoryDesk.getAssets(ids);
    const byId = new Map(known.map((asset) => [asset._id, asset]));
    return groups.map((group) => this.fold(group, byId));
  }

  private async write(folded: readonly FoldedGroup[]): Promise<void> {
    const created: AssetDraft[] = [];
    const changed: AssetDraft[] = [];
    for (const { change, asset } of folded) (change.kind === 'created' ? created : changed).push(asset);
    await this.input.inventoryDesk.write({ created, changed, removedIds: [] });
  }

  private fold(group: RecordGroup, known: ReadonlyMap<string, AssetDraft>): FoldedGroup {
    const decision = this.decisions.get(group.leader) ?? null;
    const source = this.sourceOf(group, decision);
    const id = this.knownId(group.leader);
    const stored = id === null ? undefined : known.get(id);
    const before = stored === undefined ? null : withoutImport(stored, this.input.facts.dataImportId);
    const newId = this.newId(group.leader + 1);
    const after = addSource(before ?? newId, source, decision === null ? [] : fieldDecisions(decision, source, before));
    const changes = before === null ? [] : diffStates(before, after);
    const kind = before === null ? 'created' : changes.length > 0 ? 'updated' : 'unchanged';
    this.to.part.outcomes[this.componentKind !== null && kind !== 'created' ? 'component' : kind] += 1;
    this.to.part.fieldChanges += changes.length;
    if (before !== null) this.compare({ before, source, changes });
    const rows = group.records.map(({ rowNumber }) => rowNumber).sort((a, b) => a - b);
    const change: AssetChange = {
      kind,
      first_row: group.leader + 1,
      row_numbers: rows.slice(0, ROWS_LISTED_MAX),
      row_count: rows.length,
      asset_id: after._id,
      conflict_id: null,
      name: after.name,
      asset_class: after.asset_class,
      changes: kind === 'created' ? this.valuesToShow(after) : changes,
      decided_by: source.decided_by,
      last_listed_import_id: null,
    };
    return { change, asset: after };
  }

  private compare(compared: { before: AssetDraft; source: AssetSource; changes: readonly FieldChange[] }): void {
    const { part } = this.to;
    countSizes(part.sizes, compared);
    part.replacedValues += countReturned(part.found.returned, compared);
  }

  /** A preview is all there is to see of an asset that does not exist yet; once it is written, it has its values itself. */
  private valuesToShow(asset: AssetDraft): FieldChange[] {
    return this.input.inventoryDecision === 'preview' ? diffStates(NOTHING, asset) : [];
  }

  private sourceOf({ records }: RecordGroup, decision: ConflictDecision | null): AssetSource {
    for (const { keys, rowNumber } of records) {
      const repeated = keys.filter((key) => this.origin.isRepeatedKey(key));
      if (repeated.length > 0) this.to.part.addRepeatedKeys(rowNumber, repeated);
    }
    const source = buildSource(records, this.origin, new Map(Object.entries(decision?.fields ?? {})));
    if (this.componentKind === null)
      for (const value of overruledValues(records, source, decision?.fields)) this.to.part.addOverruled(value);
    return decision === null ? source : { ...source, decided_by: decision.decided_by };
  }

  private knownId(leader: number): string | null {
    const asset = this.given.assetOf[leader + 1 - this.to.firstRow] ?? -1;
    return asset < 0 ? null : (this.given.assetIds[asset] ?? null);
  }
}

export function originOf({ facts, ...input }: AgentInput, given: Pick<ReconcileGiven, 'repeatedKeys'>): SourceOrigin {
  return {
    dataImportId: facts.dataImportId,
    importedAt: facts.importedAt,
    lineage: lineageOf({ facts, ...input }),
    componentKind: componentSheetOf({ facts, ...input })?.kind ?? null,
    isRepeatedKey: repeatedKeyTest(given.repeatedKeys),
  };
}
