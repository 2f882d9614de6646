import { countOf } from '#shared/format.ts';
import { bySeverity } from '#shared/worst-first.ts';
import type { CleansingPlan } from '../../cleansing/cleansing-plan.ts';
import type { OpenQuestion } from '../../cleansing/plan-columns.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';
import { addTally, FindingTally } from '../finding-tally.ts';
import { addressesIn, byColumn, columnName } from '../listed-findings.ts';
import { ADVICE, foundRule, isFoundRule } from './cleansing-rules.ts';
import type { ColumnCounts, FoundCell } from './column-meter.ts';
import type { CheckCount } from './record-checks.ts';

const QUESTIONS: Readonly<Record<OpenQuestion['question'], string>> = {
  day_month_contradicts: 'writes some dates day first and others month first',
  decimal_marks_contradict: 'has decimal points and decimal commas',
  unit_varies: 'has no unit of its own, and not one but several beside it',
  several_separators: 'keeps several values apart in more than one way, so that each cell is taken as one value',
  percent_scale: 'may hold shares of one instead of per cents',
  another_thing: 'names other things than the column before it and was left out',
};

const TWO_TABLES =
  'Two tables beside each other are two sheets: import these columns on their own; if it is a note about the thing itself, map it to another field then';

/** What cleansing found, warnings first, then by column. */
export function findingsOf(
  facts: ImportFacts,
  { columns }: CleansingPlan,
  measured: { counts: readonly ColumnCounts[]; checks: readonly CheckCount[]; open: readonly OpenQuestion[] },
): AgentFinding[] {
  const found = [
    ...columns.flatMap(({ columnIndex }, position) => rulesFound(facts, columnIndex, measured.counts[position])),
    ...measured.open.map((question) => asked(facts, question)),
    ...measured.checks.filter(({ count }) => count > 0).map((check) => contradiction(facts, check)),
  ];
  return found.sort((a, b) => bySeverity(a, b) || byColumn(a, b));
}

function rulesFound(facts: ImportFacts, columnIndex: number, counts: ColumnCounts | undefined): AgentFinding[] {
  const byRule = new FindingTally<{ rule: string }, FoundCell>(({ rule }) => rule);
  for (const one of counts?.rules ?? []) {
    if (!isFoundRule(one)) continue;
    addTally(byRule.open(one), one);
  }
  return byRule.all().map(({ rule, count, cells }) => {
    const { severity, words, code } = foundRule(rule);
    const message = `${countOf(count, 'cell')} of "${columnName(facts, columnIndex)}": ${words}.`;
    return finding(facts, { severity, code, message, columnIndex, count, cells });
  });
}

function asked(facts: ImportFacts, { columnIndex, question, count, detail }: OpenQuestion): AgentFinding {
  const message = `"${columnName(facts, columnIndex)}" ${QUESTIONS[question]} (${detail}). ${question === 'another_thing' ? TWO_TABLES : ADVICE}.`;
  return finding(facts, { severity: 'warning', code: question, message, columnIndex, count, cells: [] });
}

function contradiction(facts: ImportFacts, { name, columnIndex, words, count, cells }: CheckCount): AgentFinding {
  const message = `${countOf(count, 'row')} ${count === 1 ? 'contradicts itself' : 'contradict themselves'}: ${words}.`;
  return finding(facts, { severity: 'warning', code: name, message, columnIndex, count, cells });
}

function finding(
  facts: ImportFacts,
  found: Omit<AgentFinding, 'columnIndex' | 'cells'> & { columnIndex: number; cells: readonly FoundCell[] },
): AgentFinding {
  const addressOf = addressesIn(facts);
  const cells = found.cells.map(({ rowNumber, value }) => ({
    rowNumber,
    address: addressOf(rowNumber, found.columnIndex),
    value,
  }));
  return { ...found, cells };
}
