/** What a method said of one column. */
export interface Answer {
  /** Best first, without abstaining. */
  ranking: readonly string[];
  suggested: string | null;
  /** Of the suggestion, 0–1. */
  confidence: number;
}

export interface Scored {
  family: string;
  header: string;
  gold: readonly string[];
  answer: Answer;
  /** No name or alias the engine had equals the header. */
  isNew?: boolean;
}

/** Shares are 0–1; NaN where there is nothing to divide by. */
export interface Figures {
  columns: number;
  /** Of the columns a field fits: the best candidate is right. */
  top1: number;
  /** Of the suggestions; one on a column that no field fits is wrong. */
  precision: number;
  recall: number;
  f1: number;
  /** Of the columns that no field fits: given one. */
  falseSuggestions: number;
  /** Of suggestions at .9 and above, and the share of all mappable columns they cover. */
  surePrecision: number;
  sureCoverage: number;
  /** Expected calibration error over ten equal bins. */
  calibrationError: number;
}

export function figuresOf(scored: readonly Scored[]): Figures {
  const mappable = scored.filter(({ gold }) => gold.length > 0);
  const unmappable = scored.length - mappable.length;
  const suggested = scored.filter(({ answer }) => answer.suggested !== null);
  const isRight = ({ gold, answer }: Scored): boolean => answer.suggested !== null && gold.includes(answer.suggested);
  const right = suggested.filter(isRight).length;
  const sure = suggested.filter(({ answer }) => answer.confidence >= 0.9);
  const precision = right / suggested.length;
  const recall = right / mappable.length;
  return {
    columns: scored.length,
    top1: mappable.filter(({ gold, answer }) => gold.includes(answer.ranking[0] ?? '')).length / mappable.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    falseSuggestions: suggested.filter(({ gold }) => gold.length === 0).length / unmappable,
    surePrecision: sure.filter(isRight).length / sure.length,
    sureCoverage: sure.filter(isRight).length / mappable.length,
    calibrationError:
      bins(scored).reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence * bin.count), 0) / suggested.length,
  };
}

export interface Bin {
  /** Lower edge, tenths. */
  from: number;
  count: number;
  right: number;
  /** Mean confidence of what fell into it. */
  confidence: number;
}

/** Suggestions by confidence in ten equal bins; empty ones are left out. */
export function bins(scored: readonly Scored[]): Bin[] {
  return Array.from({ length: 10 }, (_, from) => {
    const inside = scored.filter(
      ({ answer }) => answer.suggested !== null && Math.min(9, Math.floor(answer.confidence * 10)) === from,
    );
    return {
      from,
      count: inside.length,
      right: inside.filter(({ gold, answer }) => gold.includes(answer.suggested ?? '')).length,
      confidence: inside.reduce((sum, { answer }) => sum + answer.confidence, 0) / Math.max(1, inside.length),
    };
  }).filter((bin) => bin.count > 0);
}
