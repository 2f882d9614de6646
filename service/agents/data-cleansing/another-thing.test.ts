import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { buildContext, buildInput } from '#test/builders/agent-inputs.ts';
import { createRecordCleanser } from '../../cleansing/record-cleanser.ts';
import { fieldColumns, positionsSaid } from '../../cleansing/record-fields.ts';
import type { AgentOutput } from '../agent.ts';
import { runAgent } from '../run-agent.ts';
import { dataCleansing } from './data-cleansing.agent.ts';

type Column = readonly [header: string, field: string, secondary?: 'secondary'];

function cleansed(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Promise<AgentOutput> {
  const approvedMappings = columns.map(([, name, secondary], columnIndex) => {
    const field = targetFields.find((one) => one.name === name);
    if (field === undefined) throw new Error(name);
    return { columnIndex, field, isSecondary: secondary !== undefined, valueDecisions: [] };
  });
  const headers = columns.map(([header]) => header);
  const input = { ...buildInput(headers, rows), approvedMappings };
  return runAgent(dataCleansing, input, buildContext(), { partitionRows: 2 });
}

const found = ({ findings = [] }: AgentOutput) => findings.filter(({ code }) => code === 'another_thing');

/** By field, what counts of one record. */
function saidOf({ cleansingPlan: plan }: AgentOutput, cells: readonly Cell[]): Record<string, unknown[]> {
  if (plan === undefined) throw new Error('no plan');
  const answers = createRecordCleanser(plan).cleanse(cells);
  return Object.fromEntries(
    fieldColumns(plan).map((columns) => [
      columns.field,
      positionsSaid(columns, answers).map((position) => answers[position]?.value),
    ]),
  );
}

const blocks: Column[] = [
  ['Hostname', 'hostname'],
  ['IP Address', 'ip_address'],
  ['Hostname', 'hostname', 'secondary'],
  ['IP Address', 'ip_address'],
  ['Backup IP', 'ip_address'],
];
const sideBySide = Array.from({ length: 4 }, (_, at): Cell[] => [
  `left${at}`,
  `10.0.0.${at}`,
  `right${at}`,
  `10.0.1.${at}`,
  `10.0.2.${at}`,
]);

test('a second host name that is another one in most rows names another thing, and so do the columns that repeat with it', async () => {
  const output = await cleansed(blocks, sideBySide);
  expect(found(output)).toMatchObject([
    {
      severity: 'warning',
      columnIndex: 2,
      count: 4,
      message: expect.stringMatching(
        /"Hostname \(2\)" differs from "Hostname" in 4 of 4 rows; left out with it: "IP Address \(2\)"/,
      ),
    },
  ]);
  expect(saidOf(output, sideBySide[1] ?? [])).toEqual({ hostname: ['left1'], ip_address: ['10.0.0.1', '10.0.2.1'] });
  expect(saidOf(output, [null, null, 'right5', '10.0.1.5'])).toEqual({ hostname: [], ip_address: [] });
});

test('a second name of the same thing still fills in', async () => {
  const columns: Column[] = [
    ['Computer Name', 'hostname'],
    ['Host', 'hostname', 'secondary'],
    ['DNS', 'fqdn'],
    ['Alias', 'fqdn', 'secondary'],
  ];
  const rows: Cell[][] = [
    ['SRV-PRODUCTION1', 'srv-production1-long', 'srv1.a.com', 'srv1.mgmt.a.com'],
    ['srv2', 'srv2.corp.local', 'srv2.a.com', null],
    [null, 'srv3', null, 'srv3.a.com'],
    ['srv4', 'other', 'srv4.a.com', 'srv4.a.com'],
  ];
  const output = await cleansed(columns, rows);
  expect(found(output)).toEqual([]);
  expect(saidOf(output, rows[2] ?? [])['hostname']).toEqual(['srv3']);
});
