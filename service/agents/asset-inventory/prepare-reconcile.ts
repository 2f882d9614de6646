import { identify, type Identification } from '../../inventory/identify.ts';
import { KeyTableBuilder } from '../../inventory/key-table.ts';
import { rowGroups, type RowGroups } from '../../inventory/row-groups.ts';
import type { AgentContext, AgentInput, Parts, RowRange } from '../agent.ts';
import { decideCases } from './decide-cases.ts';
import type { ReconcileGiven } from './given.ts';
import { handOut } from './hand-out.ts';
import { readHeadings } from './headings.ts';
import { conflictsOf } from './held-conflicts.ts';
import type { IdentifiedPart } from './identify-pass.ts';
import { MatchingAssets } from './inventory-keys.ts';
import { MissingList } from './missing-assets.ts';
import { replacedTest } from './replaced-assets.ts';

/** Says of every record which thing it is part of, and hands each partition what concerns it. */
export async function prepareReconcile(
  input: AgentInput,
  { parts, ranges }: { parts: Parts; ranges: readonly RowRange[] },
  context: AgentContext,
): Promise<ReconcileGiven[]> {
  await input.inventoryDesk.begin();
  const named = await readHeadings(parts as Parts<IdentifiedPart>);
  const records = await KeyTableBuilder.of(named.parts);
  const missing = new MissingList(input, context.signal);
  const assets = await MatchingAssets.of(input, records, { missing, signal: context.signal });
  const found = identify(records.build(assets.part));
  const { identification, decided, held } = await decideCases(found, assets, input.inventoryDesk);
  const groups = rowGroups(identification);
  const conflicts = conflictsOf(held, assets);
  const isReplaced = replacedTest(identification, groups);
  await missing.add(assets.unlisted(listedNodes(identification, groups), isReplaced));
  const counts = await missing.end(assets.lastImport);
  const { hasHeadings } = named;
  return handOut({ identification, groups, assets, conflicts, decided, missing: counts, hasHeadings }, ranges);
}

/** By node: an asset that has a record, or may be meant by one that is held. */
function listedNodes({ table, held }: Identification, { assetOf }: RowGroups): Uint8Array {
  const isListed = new Uint8Array(table.nodes);
  for (const node of assetOf) if (node >= 0) isListed[node] = 1;
  for (const { assetNodes } of held) for (const node of assetNodes) isListed[node] = 1;
  return isListed;
}
