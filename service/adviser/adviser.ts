/** A column as an adviser sees it: its header and at most a few short values, none of a column that looks secret. */
export interface AdvisedColumn {
  columnIndex: number;
  header: string;
  samples: readonly string[];
}

export interface AdviceRequest {
  columns: readonly AdvisedColumn[];
  fields: readonly { name: string; definition: string }[];
}

/** The adviser's opinion on a column: one of the fields it was given. */
export interface FieldProposal {
  columnIndex: number;
  targetField: string;
  reason: string;
}

/** Proposes fields for columns the engine is unsure of, and decides nothing; the caller checks every proposal. */
export interface Adviser {
  /** `adviser (<model>)`: stands wherever a proposal of it does. */
  readonly name: string;
  /**
   * Proposals for some of the columns, each at most once.
   *
   * @throws AdviserError when there is no usable answer in time
   */
  proposeFields(request: AdviceRequest, signal: AbortSignal): Promise<FieldProposal[]>;
}

/** Why there is no advice, in words that hold nothing of the answer or the key. */
export class AdviserError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'AdviserError';
  }
}
