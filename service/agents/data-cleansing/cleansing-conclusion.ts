import type { CleansingPlan } from '../../cleansing/cleansing-plan.ts';
import type { AgentOutput, ImportFacts, JsonValue } from '../agent.ts';
import { columnName } from '../listed-findings.ts';
import { findingsOf } from './cleansing-findings.ts';
import { mergeCounts, type ColumnCounts } from './column-meter.ts';
import type { CleansedPart } from './data-cleansing.agent.ts';
import { countDistinct } from './identifier-digests.ts';
import { mergeChecks } from './record-checks.ts';
import { cellsOf, presentQuality, qualityOf } from './sheet-quality.ts';

/** The whole sheet's result from what its ranges counted, in row order. */
export function concludeCleansing(facts: ImportFacts, parts: readonly CleansedPart[]): AgentOutput {
  const { plan, open } = parts[0] ?? { plan: null, open: [] };
  if (plan === null) throw new Error('Nothing was cleansed.');
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const counts = plan.columns.map((_column, position) =>
    mergeCounts(parts.flatMap((part) => part.columns[position] ?? [])),
  );
  const checks = mergeChecks(parts.map((part) => part.checks));
  const identifiers = identifiersOf(parts);
  const columns = plan.columns.map(({ isSecondary }, position) => ({
    counts: counts[position] ?? { rules: [], mappedValues: [] },
    isSecondary,
  }));
  return {
    rowsDone: rows,
    cleansingPlan: plan,
    findings: findingsOf(facts, plan, { counts, checks, open }),
    // What was read is no problem any more, and what was not is a finding of its own.
    settles: { codes: READ_SINCE, columns: columnsRead(plan) },
    result: {
      rules: plan.rules,
      rows_in: facts.totalRecords,
      rows_out: rows,
      columns: plan.columns.length,
      cells_kept: cellsOf(counts, 'kept'),
      cells_changed: cellsOf(counts, 'changed'),
      cells_unsaid: cellsOf(counts, 'unsaid'),
      cells_empty: cellsOf(counts, 'empty'),
      quality: presentQuality(qualityOf(columns, checks, identifiers)),
      uniqueness_by_column: identifiers.map(({ columnIndex, said, distinct }) => ({
        column_index: columnIndex,
        source_field: columnName(facts, columnIndex),
        said,
        distinct,
      })),
      by_column: byColumn(facts, plan, counts),
      mapped_values: mappedValues(facts, plan, counts),
      open_questions: open.map(({ columnIndex, question, count, detail }) => ({
        column_index: columnIndex,
        question,
        count,
        detail,
      })),
    },
  };
}

/** What data validation says of cells that may not be readable. */
const READ_SINCE = ['date_as_text', 'invalid_ip_address', 'invalid_mac_address', 'invalid_fqdn'] as const;

const ADDRESS_FIELDS: ReadonlySet<string> = new Set(['ip_address', 'mac_address', 'fqdn']);

const columnsRead = ({ columns }: CleansingPlan): number[] =>
  columns
    .filter(({ field, fieldType }) => ADDRESS_FIELDS.has(field) || fieldType === 'date' || fieldType === 'datetime')
    .map(({ columnIndex }) => columnIndex);

/** How many values identifying columns have, and how many different ones. */
function identifiersOf(parts: readonly CleansedPart[]) {
  return (parts[0]?.digests ?? []).map(({ columnIndex }) => {
    const digests = parts.flatMap((part) => part.digests).filter((one) => one.columnIndex === columnIndex);
    return { columnIndex, ...countDistinct(digests.map(({ values }) => values)) };
  });
}

function byColumn(facts: ImportFacts, plan: CleansingPlan, counts: readonly ColumnCounts[]): JsonValue {
  return plan.columns.map(({ columnIndex, field, options, separator }, position) => {
    const own = counts.slice(position, position + 1);
    return {
      column_index: columnIndex,
      source_field: columnName(facts, columnIndex),
      target_field: field,
      kept: cellsOf(own, 'kept'),
      changed: cellsOf(own, 'changed'),
      unsaid: cellsOf(own, 'unsaid'),
      empty: cellsOf(own, 'empty'),
      rules: rulesOf(own[0]),
      unit: options.unit ?? null,
      day_month_order: options.dayMonthOrder ?? null,
      decimal_mark: options.decimalMark ?? null,
      separator,
    };
  });
}

function rulesOf(counts: ColumnCounts | undefined): Record<string, JsonValue> {
  const byRule = new Map<string, number>();
  for (const { rule, count } of counts?.rules ?? []) byRule.set(rule, (byRule.get(rule) ?? 0) + count);
  return Object.fromEntries([...byRule].sort(([a], [b]) => a.localeCompare(b, 'en')));
}

/** Every value of a closed list and what it became; `values` null where there are too many to list. */
function mappedValues(facts: ImportFacts, plan: CleansingPlan, counts: readonly ColumnCounts[]): JsonValue {
  return plan.columns.flatMap(({ columnIndex, field }, position) => {
    const mapped = counts[position]?.mappedValues;
    if (mapped?.length === 0 || mapped === undefined) return [];
    const values =
      mapped?.map(({ value, target, rule, count }) => ({ value, target_value: target, rule, count })) ?? null;
    return [{ column_index: columnIndex, source_field: columnName(facts, columnIndex), target_field: field, values }];
  });
}
