import { beforeAll, describe, expect, test } from '@jest/globals';
import { runAgent } from '#service/agents/run-agent.ts';
import { buildContext } from '../builders/agent-inputs.ts';
import type { AgentOutput } from '#service/agents/agent.ts';
import { dataCleansing } from '#service/agents/data-cleansing/data-cleansing.agent.ts';
import { MemoryInventory } from '../builders/memory-inventory.ts';
import { approvedInput } from '../warts/evaluate-cleansing.ts';
import { areToldApart, doDiffer, looksReplaced } from '../warts/evidence.ts';
import { hardNeighbours } from '../warts/hard-neighbours.ts';
import { buildWartySheet, type RowTruth, type WartySheet } from '../warts/warty-sheet.ts';

/** What became of the rows of a sheet, beside what they truly are. */
class Identified {
  readonly sheet: WartySheet;
  /** The rows each asset was made of. */
  readonly assets: RowTruth[][];
  /** Rows of open conflicts. */
  readonly held: Set<number>;
  readonly output: AgentOutput;
  private readonly rowsByGroup = new Map<string, RowTruth[]>();

  constructor(sheet: WartySheet, inventory: MemoryInventory, output: AgentOutput) {
    this.sheet = sheet;
    const rowNumbers = [...inventory.assets.values()].map(({ sources }) => sources.flatMap((one) => one.row_numbers));
    this.assets = rowNumbers.map((rows) => rows.flatMap((row) => sheet.truth[row - 1] ?? []));
    const open = [...inventory.conflicts.values()].filter(({ decision }) => decision === null);
    this.held = new Set(open.flatMap((conflict) => conflict.row_numbers));
    this.output = output;
    for (const row of sheet.truth)
      if (row.group !== null) this.rowsByGroup.set(row.group, [...this.rowsOf(row.group), row]);
  }

  get groups(): string[] {
    return [...this.rowsByGroup.keys()];
  }

  rowsOf(group: string): RowTruth[] {
    return this.rowsByGroup.get(group) ?? [];
  }

  /** Assets of rows of different groups. */
  mixed(): RowTruth[][] {
    return this.assets.filter((rows) => new Set(rows.map(({ group }) => group)).size > 1);
  }

  /** Groups of which there is not one asset. */
  wrong(): string[] {
    const count = new Map<string | null, number>();
    for (const [first] of this.assets) if (first) count.set(first.group, (count.get(first.group) ?? 0) + 1);
    return this.groups.filter((group) => count.get(group) !== 1);
  }

  /** By group, its rows that are not held, where they are not one asset. */
  astray(): RowTruth[][] {
    const standing = this.groups.map((group) =>
      this.rowsOf(group).filter(({ rowNumber }) => !this.held.has(rowNumber)),
    );
    const areOne = (rows: RowTruth[]): boolean =>
      rows.length === 0 || this.assets.some((asset) => rows.every((row) => asset.includes(row)));
    return standing.filter((rows) => !areOne(rows));
  }
}

async function identify(sheet: WartySheet): Promise<Identified> {
  const approved = approvedInput(sheet);
  const { cleansingPlan } = await runAgent(dataCleansing, approved, buildContext());
  if (cleansingPlan === undefined) throw new Error('There is no plan.');
  const inventory = new MemoryInventory();
  const of = { id: 'warts', fields: sheet.fields, rows: sheet.rows };
  const facts = { ...approved.facts, dataImportId: 'warts' };
  return new Identified(sheet, inventory, await inventory.import(of, { input: { cleansingPlan, facts } }));
}

/** Two things of one name, some of whose rows say too little to tell them apart: nobody could, so a person decides. */
function undecidable(identified: Identified): Set<string> {
  const pairs = identified.sheet.lookAlikes.filter(([one, twin]) =>
    identified.rowsOf(one).some((row) => identified.rowsOf(twin).some((other) => !areToldApart(row, other))),
  );
  return new Set(pairs.flat());
}

/** Of a thing one of whose rows has the serial number of another thing: two things, for all that the sheet says. */
const haveOtherSerials = (rows: RowTruth[], { truth }: WartySheet): boolean =>
  rows.some((row) => rows.some((other) => looksReplaced(row, other, truth)));

const heldFinding = ({ output }: Identified): number =>
  output.findings?.find(({ code }) => code === 'held_record')?.count ?? 0;

describe.each([2_000, 1_904, 6, 11])('the assets of a sheet of 2,000 rows with warts, seed %i', (seed) => {
  let identified: Identified;
  beforeAll(async () => {
    identified = await identify(buildWartySheet(seed));
  });

  test('are merged wrongly nowhere', () => {
    expect(identified.mixed()).toEqual([]);
  });

  test('are what the truth says in 99 of 100, and wherever the rows say enough', () => {
    const wrong = identified.wrong();
    expect(1 - wrong.length / identified.groups.length).toBeGreaterThanOrEqual(0.99);
    const open = undecidable(identified);
    expect(wrong.filter((group) => !open.has(group))).toEqual([]);
  });

  test('that are not what the truth says are open conflicts, and a finding counts their rows', () => {
    expect(identified.astray()).toEqual([]);
    expect(heldFinding(identified)).toBe(identified.held.size);
  });
});

describe.each([2_000, 1_904, 3])('of successors, clones, shared addresses and swapped serials, seed %i,', (seed) => {
  let identified: Identified;
  beforeAll(async () => {
    identified = await identify(buildWartySheet(seed, hardNeighbours));
  });

  test('none is merged with what a cell of it speaks against', () => {
    const wrong = identified.mixed().filter((rows) => {
      const differing = (one: RowTruth) => rows.some((other) => one.group !== other.group && doDiffer(one, other));
      return rows.some(differing);
    });
    expect(wrong.map((rows) => rows.map(({ rowNumber }) => rowNumber))).toEqual([]);
  });

  test('those not decided are open conflicts, and a finding counts their rows', () => {
    expect(identified.astray().filter((rows) => !haveOtherSerials(rows, identified.sheet))).toEqual([]);
    expect(heldFinding(identified)).toBe(identified.held.size);
  });
});
