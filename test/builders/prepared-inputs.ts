import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import type { AgentInput } from '#service/agents/agent.ts';
import { dataCleansing } from '#service/agents/data-cleansing/data-cleansing.agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import type { MappedColumn } from '#service/cleansing/plan-columns.ts';
import { createSheetProfiler } from '#service/profiling/column-profiler.ts';
import { buildContext, buildInput, buildInventory } from './agent-inputs.ts';
import { MemoryInventory } from './memory-inventory.ts';

/** What comes before an agent in the flow of a sheet, of whose columns only the place counts. */
export type Prepare = (
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
) => Partial<AgentInput> | Promise<Partial<AgentInput>>;

/** The field each column was approved for, by its place. */
const FIELDS = [
  'asset_name',
  'ip_address',
  'memory_gb',
  'environment',
  'host_server',
  'operating_system',
  'dependencies',
  'description',
  'asset_tag',
];

/** Measured, and approved by an analyst. */
export const approvedInput: Prepare = (headers, rows) => {
  const profiler = createSheetProfiler(buildInput(headers, rows).facts.columns);
  profiler.add(rows.map((cells) => ({ cells })));
  const approvedMappings = headers.flatMap((_header, columnIndex): MappedColumn[] => {
    const field = targetFields.find(({ name }) => name === FIELDS[columnIndex]);
    return field === undefined ? [] : [{ columnIndex, field, isSecondary: false, valueDecisions: [] }];
  });
  return { columnProfiles: profiler.profiles(), approvedMappings };
};

/** And with the plan that data cleansing made of it. */
export const plannedInput: Prepare = async (headers, rows) => {
  const approved = await approvedInput(headers, rows);
  const { cleansingPlan } = await runAgent(dataCleansing, buildInput(headers, rows, approved), buildContext());
  if (cleansingPlan === undefined) throw new Error('Data cleansing made no plan.');
  return { ...approved, cleansingPlan };
};

/** And with the assets that the inventory made of it. */
export const inventoriedInput: Prepare = async (headers, rows) => {
  const planned = await plannedInput(headers, rows);
  const inventory = new MemoryInventory();
  const sheet = { id: 'imp_test', fields: headers.map((_header, at) => FIELDS[at] ?? `-${at}`), rows };
  await inventory.import(sheet, { input: { cleansingPlan: planned.cleansingPlan ?? null } });
  const owner = { client_account_id: 'client', engagement_id: 'main' };
  return { ...planned, inventory: buildInventory(inventory.snapshot().map((asset) => ({ ...owner, ...asset }))) };
};
