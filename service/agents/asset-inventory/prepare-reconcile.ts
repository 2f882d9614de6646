import { signedCases } from '../../inventory/case-signatures.ts';
import type { ConflictDecision } from '../../inventory/conflict.ts';
import { identify, type HeldRecords, type Identification } from '../../inventory/identify.ts';
import { KeyTableBuilder } from '../../inventory/key-table.ts';
import { HELD, rowGroups, type RowGroups } from '../../inventory/row-groups.ts';
import { settle } from '../../inventory/settle.ts';
import type { AgentContext, AgentInput, Parts, RowRange } from '../agent.ts';
import type { GivenConflict, MissingAssets, ReconcileGiven } from './given.ts';
import { readHeadings } from './headings.ts';
import type { IdentifiedPart } from './identify-pass.ts';
import { matchingAssets, MISSING_NAMES_MAX, type MatchingAssets } from './inventory-keys.ts';
import { KnownDecisions } from './known-decisions.ts';

/** Records of one conflict that are listed. */
const HELD_ROWS_MAX = 5_000;
/** Things of one conflict that are shown and can be decided on one by one. */
const THINGS_MAX = 100;
const CANDIDATES_MAX = 20;

/** Says of every record which thing it is part of, and hands each partition what concerns it. */
export async function prepareReconcile(
  input: AgentInput,
  { parts, ranges }: { parts: Parts; ranges: readonly RowRange[] },
  context: AgentContext,
): Promise<ReconcileGiven[]> {
  await input.inventoryDesk.begin();
  const named = await readHeadings(parts as Parts<IdentifiedPart>);
  const records = await KeyTableBuilder.of(named.parts);
  const assets = await matchingAssets(input, records, context.signal);
  const found = identify(records.build(assets.part));
  const { rows } = found.table;
  const nodeOf = new Map(assets.ids.map((id, index) => [id, rows + index]));
  const heldCases = signedCases(found);
  const decisions = await KnownDecisions.on(heldCases, input.inventoryDesk);
  const decided = heldCases.flatMap((one) => {
    const { decision } = decisions.of(one);
    return decision !== null && isUsable(decision, one.held, nodeOf) ? [{ held: one.held, decision }] : [];
  });
  const cases = decided.map(({ held, decision }) => ({
    held,
    action: decision.action,
    assetNode: nodeOf.get(decision.asset_id ?? '') ?? null,
    isNew: decision.rule_id === null && decision.asset_id === null,
  }));
  const identification = settle(found, cases);
  const groups = rowGroups(identification);
  const heldStill = identification === found ? heldCases : signedCases(identification);
  const conflicts = heldStill.map((one): GivenConflict => {
    const { held } = one;
    const { signature, decision } = decisions.of(one);
    return {
      signature,
      ...listedOf(held),
      assets: held.assetNodes.slice(0, CANDIDATES_MAX).map((node) => ({
        asset_id: assets.ids[node - rows] ?? '',
        name: assets.names[node - rows] ?? '',
      })),
      ownAssetIds: held.ownAssets.slice(0, THINGS_MAX).map((node) => assets.ids[node - rows] ?? null),
      decision: leftOut(decision),
    };
  });
  const { hasHeadings } = named;
  return new Handout({ identification, groups, assets, conflicts, decided, hasHeadings }).perRange(ranges);
}

/** Whoever decides reads them, and one document holds them: of more, the first. */
function listedOf({
  level,
  about,
  clusters,
  otherRows,
}: HeldRecords): Pick<GivenConflict, 'held' | 'rows' | 'rowCount'> {
  const listed: number[][] = [];
  let left = HELD_ROWS_MAX;
  for (const rows of clusters.slice(0, THINGS_MAX)) {
    if (left > 0) listed.push(rows.slice(0, left));
    left -= rows.length;
  }
  const rows = clusters.flat();
  return {
    held: { level, about, clusters: listed, otherRows: otherRows.slice(0, CANDIDATES_MAX) },
    rows: rows.slice(0, HELD_ROWS_MAX),
    rowCount: rows.length,
  };
}

/** A rule may name an asset that is not here, or not say to which of several: then a person decides anew. */
function isUsable(
  { action, asset_id: id, rule_id: rule }: ConflictDecision,
  held: HeldRecords,
  nodeOf: ReadonlyMap<string, number>,
): boolean {
  if (id !== null) return nodeOf.has(id);
  return rule === null || action !== 'merge' || held.assetNodes.length <= 1;
}

/** What is held still was either left out, or not decided by what was remembered. */
const leftOut = (decision: ConflictDecision | null): ConflictDecision | null =>
  decision?.action === 'leave_out' ? decision : null;

interface Identified {
  identification: Identification;
  groups: RowGroups;
  assets: MatchingAssets;
  conflicts: readonly GivenConflict[];
  decided: readonly { held: HeldRecords; decision: ConflictDecision }[];
  hasHeadings: boolean;
}

/** Cuts what was identified into what each partition needs. */
class Handout {
  private readonly identified: Identified;

  constructor(identified: Identified) {
    this.identified = identified;
  }

  perRange(ranges: readonly RowRange[]): ReconcileGiven[] {
    const strays = this.strays(ranges);
    const { table, repeatedKeys } = this.identified.identification;
    const repeated = Uint32Array.from(
      repeatedKeys.flatMap((key) => [table.keyHashes[2 * key] ?? 0, table.keyHashes[2 * key + 1] ?? 0]),
    );
    return ranges.map((range, index) => ({
      ...this.ofRows(range),
      strays: Int32Array.from(strays[index] ?? []),
      conflicts: this.identified.conflicts.filter(
        ({ held }) => isIn(range, held.clusters[0]?.[0] ?? -1) && this.isOpen(held),
      ),
      decided: this.decidedIn(range),
      repeatedKeys: repeated,
      hasHeadings: this.identified.hasHeadings,
      missing: index === 0 ? this.missing() : null,
    }));
  }

  private ofRows(range: RowRange): Pick<ReconcileGiven, 'leader' | 'sizes' | 'assetOf' | 'assetIds'> {
    const { groups, assets } = this.identified;
    const from = range.firstRow - 1;
    const assetOf = groups.assetOf.slice(from, range.lastRow);
    const assetIds: string[] = [];
    assetOf.forEach((asset, at) => {
      if (asset >= 0) assetOf[at] = assetIds.push(assets.ids[asset] ?? '') - 1;
    });
    const leader = groups.leader.subarray(from, range.lastRow);
    return { leader, sizes: groups.sizes.subarray(from, range.lastRow), assetOf, assetIds };
  }

  /** Per range: records of its groups that stand in a later one. */
  private strays(ranges: readonly RowRange[]): number[][] {
    const found: number[][] = ranges.map(() => []);
    const { leader } = this.identified.groups;
    const [first] = ranges;
    const rowsEach = first === undefined ? 1 : Math.max(1, first.lastRow - first.firstRow + 1);
    for (let row = 0; row < leader.length; row += 1) {
      const led = leader[row] ?? -1;
      if (led < 0 || led === row) continue;
      const home = Math.floor(led / rowsEach);
      if (home !== Math.floor(row / rowsEach)) found[home]?.push(led, row);
    }
    return found;
  }

  private isOpen(held: GivenConflict['held']): boolean {
    return this.identified.identification.isHeld[held.clusters[0]?.[0] ?? 0] === 1;
  }

  private decidedIn(range: RowRange): ReconcileGiven['decided'] {
    const { leader } = this.identified.groups;
    return this.identified.decided.flatMap(({ held, decision }) => {
      const leaders = new Set(held.clusters.flat().map((row) => leader[row] ?? HELD));
      return [...leaders].filter((row) => isIn(range, row)).map((row) => ({ leader: row, decision }));
    });
  }

  private missing(): MissingAssets {
    const { assets, groups } = this.identified;
    const isListed = new Uint8Array(assets.ids.length);
    for (const asset of groups.assetOf) if (asset >= 0) isListed[asset] = 1;
    for (const { assetNodes } of this.identified.identification.held)
      for (const node of assetNodes) isListed[node - this.identified.identification.table.rows] = 1;
    const names = [...assets.unmatched.names];
    let { count } = assets.unmatched;
    assets.isExpected.forEach((isExpected, asset) => {
      if (!isExpected || isListed[asset] === 1) return;
      count += 1;
      if (names.length < MISSING_NAMES_MAX) names.push(assets.names[asset] ?? '');
    });
    return { count, names };
  }
}

const isIn = ({ firstRow, lastRow }: RowRange, row: number): boolean => row >= firstRow - 1 && row < lastRow;
