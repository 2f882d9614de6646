import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cellText } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { suggestMappings } from '../../mapping/mapping-engine.ts';
import { createSheetProfiler } from '../../profiling/column-profiler.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput, Partition, SheetRecord } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';
import { ColumnChecks, type ColumnRole } from './column-checks.ts';
import { FindingCollector } from './finding-collector.ts';

const TOTAL = /^\s*(?:grand |sub)?-?(?:total|summe|gesamt|somme|suma)\b/i;

/** Profiles every column over all rows and lists what is wrong, by cell. Reads each record once. */
export const dataValidation: Agent = {
  name: 'data-validation',
  phase: 'data_validation',
  passes: () => [{ name: 'validate', read: validate }],
  conclude: async (_input, parts) => Promise.resolve(parts[0] as AgentOutput),
};

async function validate(input: AgentInput, { range }: Partition, context: AgentContext): Promise<AgentOutput> {
  const collector = new FindingCollector(input.facts);
  const profiler = createSheetProfiler(input.facts.columns);
  const checks = rolesOf(input).map((role) => new ColumnChecks(role, collector));
  let rowsDone = 0;
  for await (const records of untilAborted(input.readRecords(range), context.signal)) {
    profiler.add(records);
    for (const record of records) checkRecord(record, checks, collector);
    rowsDone += records.length;
    context.reportProgress(rowsDone, { rows_read: rowsDone });
  }
  context.signal.throwIfAborted();
  for (const check of checks) check.finish(rowsDone);
  checkHeaders(input, collector);
  const findings = collector.findings();
  const bySeverity = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) bySeverity[finding.severity] += 1;
  return {
    rowsDone,
    columnProfiles: profiler.profiles(),
    findings,
    result: {
      rows: rowsDone,
      columns: input.facts.columns.length,
      findings: findings.length,
      errors: bySeverity.error,
      warnings: bySeverity.warning,
      notes: bySeverity.info,
    },
  };
}

/** Only headers decide what is checked: a column of wrong values is still meant to hold right ones. */
function rolesOf(input: AgentInput): ColumnRole[] {
  const { columns } = input.facts;
  const byHeader = suggestMappings({ columns: createSheetProfiler(columns).profiles(), targetFields });
  return columns.map((column, index) => ({
    columnIndex: column.index,
    field: byHeader[index]?.targetField ?? null,
    isSecret: isSecretHeader(column.header),
  }));
}

function checkRecord(record: SheetRecord, checks: readonly ColumnChecks[], collector: FindingCollector): void {
  const { cells, rowNumber } = record;
  let filled = 0;
  let first = '';
  for (let index = 0; index < checks.length; index += 1) {
    const cell = cells[index] ?? null;
    checks[index]?.check(cell, rowNumber);
    if (isBlank(cell)) continue;
    if (filled === 0) first = cellText(cell);
    filled += 1;
  }
  if (filled === 0) collector.add('blank_row', null, { rowNumber, value: '' });
  else if (isTotal(first, filled, checks.length)) collector.add('subtotal_row', null, { rowNumber, value: first });
}

const isBlank = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');

function isTotal(first: string, filled: number, columns: number): boolean {
  return columns > 2 && filled <= Math.ceil(columns / 2) && TOTAL.test(first);
}

function checkHeaders({ facts }: AgentInput, collector: FindingCollector): void {
  const firstByHeader = new Map<string, { index: number; count: number }>();
  for (const column of facts.columns) {
    const known = firstByHeader.get(column.header);
    if (known) known.count += 1;
    else firstByHeader.set(column.header, { index: column.index, count: 1 });
  }
  for (const [header, { index, count }] of firstByHeader) {
    if (header.trim() === '') collector.addCounted('empty_header', null, { count });
    else if (count > 1) collector.addCounted('doubled_header', index, { count });
  }
}
