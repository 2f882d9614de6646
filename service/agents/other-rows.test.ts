import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { buildContext } from '#test/builders/agent-inputs.ts';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';
import type { AgentOutput } from './agent.ts';
import { dataValidation } from './data-validation/data-validation.agent.ts';
import { runAgent } from './run-agent.ts';

const FIELDS = [
  'asset_name',
  'location',
  'environment',
  'operating_system',
  'cpu_cores',
  'memory_gb',
  'vendor',
  'business_owner',
];
const CODES = ['heading_row', 'subtotal_row', 'repeated_header', 'blank_row'];

const rowOf = (...cells: Cell[]): Cell[] => FIELDS.map((_, at) => cells[at] ?? null);
const servers = [1, 2, 3, 4].map((at) => rowOf(`srv-${at}`, 'Bonn', 'Production', 'RHEL 8', 4, 16, 'Dell', 'Ana'));

const otherRows = ({ findings = [] }: AgentOutput): [code: string, rows: number[]][] =>
  findings
    .filter(({ code }) => CODES.includes(code))
    .map(({ code, cells }): [string, number[]] => [code, cells.map(({ rowNumber }) => rowNumber)]);

/** What data validation says of a row below four servers, and what the inventory says of it. */
async function toldBy(row: Cell[]) {
  const sheet: TestSheet = { id: 'imp_a', fields: FIELDS, rows: [...servers, row] };
  const inventory = new MemoryInventory();
  const validated = await runAgent(dataValidation, inventory.inputFor(sheet), buildContext());
  const reconciled = await inventory.import(sheet);
  return { validation: otherRows(validated), inventory: otherRows(reconciled), names: inventory.names() };
}

describe('data validation and the inventory agree on which row is no record', () => {
  test.each<[string, Cell[], string]>([
    ['a total of one group', rowOf('Total', null, 'Production'), 'subtotal_row'],
    ['a total of one group with its figures', rowOf('Total', null, 'Production', null, 48), 'subtotal_row'],
    ['a total', rowOf('Gesamtsumme', null, null, null, 48, 192), 'subtotal_row'],
    ['a footer', rowOf('-- end of report --'), 'heading_row'],
    ['the headers once more', FIELDS, 'repeated_header'],
    ['nothing', rowOf(null, ' '), 'blank_row'],
  ])('%s', async (_what, row, code) => {
    const told = await toldBy(row);
    expect(told.validation).toEqual([[code, [5]]]);
    expect(told.inventory).toEqual(told.validation);
    expect(told.names).toEqual(['srv-1', 'srv-2', 'srv-3', 'srv-4']);
  });

  test.each<[string, Cell[]]>([
    ['an application called so, with its maker and owner', rowOf('SUM', null, null, null, null, null, 'SAP', 'Ana')],
    ['a machine called so', rowOf('Total', 'Bonn', 'Production', 'RHEL 8', 4)],
    ['a machine called so, with its address', rowOf('Total', null, '10.0.0.1')],
    ['a machine of few words', rowOf('srv-5', null, 'Production')],
  ])('and on which is one: %s', async (_what, row) => {
    const told = await toldBy(row);
    expect([told.validation, told.inventory]).toEqual([[], []]);
    expect(told.names).toContain(row[0]);
  });
});
