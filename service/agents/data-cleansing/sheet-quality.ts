import type { JsonValue } from '../agent.ts';
import type { CellOutcome, ColumnCounts } from './column-meter.ts';
import type { CheckCount } from './record-checks.ts';

/** A share and what it was counted from; null: there was nothing to measure. */
interface Measure {
  numerator: number;
  denominator: number;
}

interface QualityParts {
  /** Cells of approved columns that hold something: not blank, no word for it. */
  completeness: Measure;
  /** Of these, the cells that could be read as values of their field. */
  validity: Measure;
  /** Pairs of fields within one record, where both say something, that do not contradict each other. */
  consistency: Measure;
  /** Values of identifying columns, each counted once. */
  uniqueness: Measure;
}

export function cellsOf(counts: readonly ColumnCounts[], ...outcomes: CellOutcome[]): number {
  return counts
    .flatMap(({ rules }) => rules)
    .reduce((sum, { outcome, count }) => (outcomes.includes(outcome) ? sum + count : sum), 0);
}

export function qualityOf(
  columns: readonly { counts: ColumnCounts; isSecondary: boolean }[],
  checks: readonly CheckCount[],
  identifiers: readonly { said: number; distinct: number }[],
): QualityParts {
  // A secondary column only fills in, so that its blanks are nothing missing.
  const counts = columns.map((column) => column.counts);
  const primary = columns.filter(({ isSecondary }) => !isSecondary).map((column) => column.counts);
  const compared = checks.reduce((sum, check) => sum + check.compared, 0);
  return {
    completeness: {
      numerator: cellsOf(primary, 'kept', 'changed', 'unsaid'),
      denominator: cellsOf(primary, 'kept', 'changed', 'unsaid', 'empty'),
    },
    validity: {
      numerator: cellsOf(counts, 'kept', 'changed'),
      denominator: cellsOf(counts, 'kept', 'changed', 'unsaid'),
    },
    consistency: {
      numerator: compared - checks.reduce((sum, check) => sum + check.count, 0),
      denominator: compared,
    },
    uniqueness: {
      numerator: identifiers.reduce((sum, { distinct }) => sum + distinct, 0),
      denominator: identifiers.reduce((sum, { said }) => sum + said, 0),
    },
  };
}

const NOT_MEASURED = 'not measured';

/** The score is the mean of the parts that could be measured; each part stands beside it with what it was counted from. */
export function presentQuality(parts: QualityParts): Record<string, JsonValue> {
  const ratios = Object.values(parts as unknown as Record<string, Measure>).flatMap(ratioOf);
  const score =
    ratios.length === 0 ? NOT_MEASURED : rounded(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length);
  return {
    score,
    parts: Object.fromEntries(
      Object.entries(parts).map(([name, measure]: [string, Measure]) => {
        const [ratio] = ratioOf(measure);
        return [name, ratio === undefined ? NOT_MEASURED : { ...measure, ratio: rounded(ratio) }];
      }),
    ),
  };
}

const ratioOf = ({ numerator, denominator }: Measure): number[] => (denominator === 0 ? [] : [numerator / denominator]);

/** Never up to 1: a share is 1 only when nothing is missing. */
const rounded = (ratio: number): number => Math.floor(ratio * 10_000) / 10_000;
