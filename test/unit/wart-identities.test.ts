import { beforeAll, describe, expect, test } from '@jest/globals';
import { runAgent } from '#service/agents/run-agent.ts';
import { buildContext } from '#service/agents/agent-contract.ts';
import { dataCleansing } from '#service/agents/data-cleansing/data-cleansing.agent.ts';
import { MemoryInventory } from '../inventory.ts';
import { approvedInput } from '../warts/evaluate-cleansing.ts';
import { buildWartySheet, type WartySheet } from '../warts/warty-sheet.ts';

/** Which rows each asset was made of, and which are held for a person to decide. */
interface Identified {
  assets: number[][];
  held: Set<number>;
}

async function identify(sheet: WartySheet): Promise<Identified> {
  const approved = approvedInput(sheet);
  const { cleansingPlan } = await runAgent(dataCleansing, approved, buildContext());
  if (cleansingPlan === undefined) throw new Error('There is no plan.');
  const inventory = new MemoryInventory();
  const of = { id: 'warts', fields: sheet.fields, rows: sheet.rows };
  await inventory.import(of, { input: { cleansingPlan, facts: { ...approved.facts, dataImportId: 'warts' } } });
  return {
    assets: [...inventory.assets.values()].map(({ sources }) => sources.flatMap((source) => source.row_numbers)),
    held: new Set([...inventory.conflicts.values()].flatMap((conflict) => conflict.row_numbers)),
  };
}

describe.each([2_000, 1_904])('the assets of a sheet of 2,000 rows with warts, seed %i', (seed) => {
  let sheet: WartySheet;
  let identified: Identified;
  const groupOf = (row: number): string | null => sheet.truth[row - 1]?.group ?? null;
  beforeAll(async () => {
    sheet = buildWartySheet(seed);
    identified = await identify(sheet);
  });

  test('are merged wrongly nowhere', () => {
    const mixed = identified.assets.filter((rows) => new Set(rows.map(groupOf)).size > 1);
    expect(mixed).toEqual([]);
  });

  test('are what the truth says in 98 of 100, and what is not is held for a person to see', () => {
    const assetsOf = new Map<string, number>();
    for (const rows of identified.assets) {
      const group = groupOf(rows[0] ?? 0);
      if (group !== null) assetsOf.set(group, (assetsOf.get(group) ?? 0) + 1);
    }
    const groups = [...new Set(sheet.truth.flatMap(({ group }) => group ?? []))];
    const wrong = groups.filter((group) => assetsOf.get(group) !== 1);
    expect(1 - wrong.length / groups.length).toBeGreaterThanOrEqual(0.98);
    const rowsOf = (group: string) => sheet.truth.filter((row) => row.group === group).map((row) => row.rowNumber);
    expect(wrong.filter((group) => !rowsOf(group).some((row) => identified.held.has(row)))).toEqual([]);
  });
});
