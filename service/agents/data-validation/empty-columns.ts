import { columnName } from '../listed-findings.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';

/** Columns that are named; of a sheet of hundreds the rest is counted. */
const NAMED_MAX = 10;

/** Several columns without a value are one finding, which says which they are. */
export function emptyColumnsTogether(findings: readonly AgentFinding[], facts: ImportFacts): AgentFinding[] {
  const empty = findings.filter(({ code }) => code === 'empty_column');
  const [first] = empty;
  if (first === undefined || empty.length === 1) return [...findings];
  const named = empty.slice(0, NAMED_MAX).map(({ columnIndex }) => `"${columnName(facts, columnIndex ?? 0)}"`);
  const more = empty.length > NAMED_MAX ? ` and ${empty.length - NAMED_MAX} more` : '';
  const message = `${empty.length} columns are blank in every row: ${named.join(', ')}${more}.`;
  const together = { ...first, message, columnIndex: null, count: empty.length };
  return findings.flatMap((one) => (one === first ? [together] : one.code === 'empty_column' ? [] : [one]));
}
