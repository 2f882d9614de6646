import { expect, test } from '@jest/globals';
import { targetFields } from '#shared/target-fields.ts';
import { buildContext, buildInput } from '#test/builders/agent-inputs.ts';
import { assetInventory } from './asset-inventory/asset-inventory.agent.ts';
import { dataCleansing } from './data-cleansing/data-cleansing.agent.ts';
import { dataValidation } from './data-validation/data-validation.agent.ts';
import { fieldMapping } from './field-mapping/field-mapping.agent.ts';
import type { SheetRecord } from './agent.ts';
import { runAgent } from './run-agent.ts';

const ROWS = 40;
const ROW_MS = 6;
const fields = ['hostname', 'ip_address'];
const approvedMappings = targetFields
  .filter(({ name }) => fields.includes(name))
  .map((field) => ({ columnIndex: fields.indexOf(field.name), field, isSecondary: false, valueDecisions: [] }));
const headers = ['Hostname', 'IP Address'];
const quick = buildInput(
  headers,
  Array.from({ length: ROWS }, (_, at) => [`srv-${at}`, `10.0.0.${at}`]),
  { approvedMappings },
);

/** All rows in one batch, each as slow to look into as one of hundreds of long cells. */
async function* slowRecords(range?: { firstRow: number; lastRow: number }): AsyncGenerator<SheetRecord[]> {
  for await (const records of quick.readRecords(range))
    yield records.map(({ rowNumber, cells }) => ({
      rowNumber,
      get cells() {
        const until = performance.now() + ROW_MS;
        while (performance.now() < until);
        return cells;
      },
    }));
}

test.each([dataValidation, fieldMapping, dataCleansing, assetInventory])(
  '$name lets everything else have its turn between rows that take long',
  async (agent) => {
    const { cleansingPlan = null } = await runAgent(dataCleansing, quick, buildContext());
    let turns = 0;
    const others = setInterval(() => (turns += 1));
    await runAgent(agent, { ...quick, cleansingPlan, readRecords: slowRecords }, buildContext());
    clearInterval(others);
    expect(turns).toBeGreaterThanOrEqual(ROWS * 0.375);
  },
);
