import { identify } from '../../inventory/identify.ts';
import { KeyTableBuilder } from '../../inventory/key-table.ts';
import { rowGroups } from '../../inventory/row-groups.ts';
import type { AgentContext, AgentInput, Parts, RowRange } from '../agent.ts';
import { decideCases } from './decide-cases.ts';
import type { ReconcileGiven } from './given.ts';
import { handOut } from './hand-out.ts';
import { readHeadings } from './headings.ts';
import { conflictsOf } from './held-conflicts.ts';
import type { IdentifiedPart } from './identify-pass.ts';
import { MatchingAssets } from './inventory-keys.ts';

/** Says of every record which thing it is part of, and hands each partition what concerns it. */
export async function prepareReconcile(
  input: AgentInput,
  { parts, ranges }: { parts: Parts; ranges: readonly RowRange[] },
  context: AgentContext,
): Promise<ReconcileGiven[]> {
  await input.inventoryDesk.begin();
  const named = await readHeadings(parts as Parts<IdentifiedPart>);
  const records = await KeyTableBuilder.of(named.parts);
  const assets = await MatchingAssets.of(input, records, context.signal);
  const found = identify(records.build(assets.part));
  const { identification, decided, held } = await decideCases(found, assets, input.inventoryDesk);
  const groups = rowGroups(identification);
  const conflicts = conflictsOf(held, assets);
  return handOut({ identification, groups, assets, conflicts, decided, hasHeadings: named.hasHeadings }, ranges);
}
