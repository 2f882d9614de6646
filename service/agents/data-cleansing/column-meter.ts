import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import type { Cleansed, CleansedValue } from '../../cleansing/cleansed.ts';
import type { ColumnPlan } from '../../cleansing/cleansing-plan.ts';
import { columnReader } from '../../cleansing/column-cleanser.ts';
import { columnInRecords } from '../../cleansing/currency-column.ts';
import { memoised } from '../../cleansing/value-memo.ts';
import { addTally, countOne, type Tally } from '../finding-tally.ts';
import { listedText } from '../listed-findings.ts';
import { isFoundRule } from './cleansing-rules.ts';

/** Different values listed of a column whose values were mapped; a column with more lists none and says so. */
const MAPPED_VALUES_MAX = 200;

/** `empty`: blank, or a word for it; `kept`: the value is what the cell shows; `unsaid`: it shows something no rule can read. */
export type CellOutcome = 'kept' | 'changed' | 'unsaid' | 'empty';

export interface FoundCell {
  rowNumber: number;
  value: string;
}

/** Cells of a column that one rule answered with one outcome; listed of rules that people are told about. */
interface RuleCount extends Tally<FoundCell> {
  rule: string;
  outcome: CellOutcome;
}

interface MappedValue {
  value: string;
  /** null: no allowed value has such a name. */
  target: string | null;
  rule: string;
  count: number;
}

/** What one reading of a column counted. Plain data. */
export interface ColumnCounts {
  rules: RuleCount[];
  /** Raw values and what they became, of values from a closed list; null: more different ones than are listed. */
  mappedValues: MappedValue[] | null;
}

/** Rules that answer for a value of a closed list. */
const VOCABULARY_RULES = new Set(['vocabulary', 'vocabulary-unknown', 'decided-by-analyst']);
/** Answers that have a value and say nothing with it: an operating system without a family. */
const HOLLOW_RULES = new Set(['os-unknown', 'os-several']);
const EMPTY_RULES = new Set(['blank', 'placeholder', 'unit-alone', 'decided-by-analyst']);

interface Measured {
  answer: Cleansed;
  rule: RuleCount;
  mapped: MappedValue | null;
}

/** Cleanses one column and counts what its rules did, in row order. */
export class ColumnMeter {
  private readonly rules = new Map<string, RuleCount>();
  private mapped: Map<string, MappedValue> | null = new Map();
  private readonly columnIndex: number;
  private readonly measured: (cells: readonly Cell[]) => Measured;
  private readonly isSecret: boolean;

  constructor(plan: ColumnPlan, isSecret: boolean) {
    this.columnIndex = plan.columnIndex;
    this.measured = columnInRecords(plan, (column) => {
      const read = columnReader(column);
      return memoised((cell) => this.measure(cell, read(cell)));
    });
    this.isSecret = isSecret;
  }

  /** @param cells of the whole record */
  add(cells: readonly Cell[], rowNumber: number): Cleansed {
    const { answer, rule, mapped } = this.measured(cells);
    if (mapped !== null) mapped.count += 1;
    if (countOne(rule) && isFoundRule(rule))
      rule.cells.push({ rowNumber, value: this.shown(cells[this.columnIndex] ?? null) });
    return answer;
  }

  counts(): ColumnCounts {
    return { rules: [...this.rules.values()], mappedValues: this.mapped === null ? null : [...this.mapped.values()] };
  }

  private measure(cell: Cell, answer: Cleansed): Measured {
    const outcome = outcomeOf(cell, answer);
    const key = `${answer.rule}:${outcome}`;
    const rule = this.rules.get(key) ?? { rule: answer.rule, outcome, count: 0, cells: [] };
    this.rules.set(key, rule);
    return { answer, rule, mapped: VOCABULARY_RULES.has(answer.rule) ? this.mappedOf(cell, answer) : null };
  }

  private mappedOf(cell: Cell, { value, rule }: Cleansed): MappedValue | null {
    const shown = this.shown(cell);
    const known = this.mapped?.get(shown);
    if (known !== undefined || this.mapped === null) return known ?? null;
    const made = { value: shown, target: value === null ? null : valueText(value), rule, count: 0 };
    if (this.mapped.size >= MAPPED_VALUES_MAX) this.mapped = null;
    else this.mapped.set(shown, made);
    return made;
  }

  private shown(cell: Cell): string {
    return this.isSecret ? '(not shown)' : listedText(cellText(cell));
  }
}

const valueText = (value: NonNullable<CleansedValue>): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

function outcomeOf(cell: Cell, { value, rule }: Cleansed): CellOutcome {
  if (value === null) return EMPTY_RULES.has(rule) ? 'empty' : 'unsaid';
  if (HOLLOW_RULES.has(rule)) return 'unsaid';
  return typeof value !== 'object' && String(value) === cellText(cell) ? 'kept' : 'changed';
}

/** The counts of a whole column from those of its parts, in row order. */
export function mergeCounts(parts: readonly ColumnCounts[]): ColumnCounts {
  const rules = new Map<string, RuleCount>();
  for (const one of parts.flatMap((part) => part.rules)) {
    const key = `${one.rule}:${one.outcome}`;
    const sum = rules.get(key) ?? { rule: one.rule, outcome: one.outcome, count: 0, cells: [] };
    addTally(sum, one);
    rules.set(key, sum);
  }
  return { rules: [...rules.values()], mappedValues: mergeMapped(parts) };
}

function mergeMapped(parts: readonly ColumnCounts[]): MappedValue[] | null {
  const values = new Map<string, MappedValue>();
  for (const { mappedValues } of parts) {
    if (mappedValues === null) return null;
    for (const one of mappedValues) {
      const sum = values.get(one.value) ?? { ...one, count: 0 };
      sum.count += one.count;
      values.set(one.value, sum);
    }
  }
  return values.size > MAPPED_VALUES_MAX ? null : [...values.values()];
}
