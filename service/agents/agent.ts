import type { FindingCode } from '#shared/finding-words.ts';
import type { Column } from '#shared/column-keys.ts';
import type { DateSystem } from '#shared/excel-dates.ts';
import type { RowRange } from '#shared/row-range.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { AgentPhase, FindingSeverity, MappingStatus } from '#shared/statuses.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { CleansingPlan } from '../cleansing/cleansing-plan.ts';
import type { ColumnEvidence } from '../cleansing/column-evidence.ts';
import type { MappedColumn } from '../cleansing/plan-columns.ts';
import type { MappingSuggestion } from '../mapping/mapping-engine.ts';
import type { RememberedMapping } from '../mapping/remembered.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { Adviser } from '../adviser/adviser.ts';
import type { GraphMeasures } from '../dependencies/graph-tally.ts';
import type { AssessmentSummary } from '../tech-debt/assessment.ts';
import type { AgentAssessments, AgentGraph, AgentInventory, InventoryDesk } from './agent-ports.ts';

/** The import as an agent sees it: enough to name cells, nothing of tenants or storage. */
export interface ImportFacts {
  dataImportId: string;
  importedAt: Date;
  /** The day to assess for: the import's, or that of the wish to derive again what follows from the inventory. */
  assessedAt: Date;
  filename: string;
  sheetName: string | null;
  range: string | null;
  headerRow: number | null;
  dateSystem: DateSystem;
  totalRecords: number;
  columns: readonly Column[];
}

/** One sheet row: `row_number` from 1, cells in column order. */
export interface SheetRecord {
  rowNumber: number;
  cells: readonly Cell[];
}

export type { RowRange };

export interface AgentInput {
  facts: ImportFacts;
  /** Records in row order, in batches; all of them without a range. */
  readRecords(range?: RowRange): AsyncIterable<readonly SheetRecord[]>;
  /** The client's target fields, and what its analysts decided on these headers before. */
  targetFields: readonly TargetField[];
  memory: readonly RememberedMapping[];
  /** What data validation stored for this import, in column order; empty before it ran. */
  columnProfiles: readonly ColumnProfile[];
  /** What it saw over all rows of how columns are written whose headers promise dates or numbers. */
  columnEvidence: readonly ColumnEvidence[];
  /** Which columns a person has decided on; an agent must leave these alone. */
  decidedColumns: ReadonlyMap<number, MappingStatus>;
  /** What the analyst approved, in column order; empty before. */
  approvedMappings: readonly MappedColumn[];
  /** How records are cleansed; null before data cleansing ran. */
  cleansingPlan: CleansingPlan | null;
  inventory: AgentInventory;
  inventoryDesk: InventoryDesk;
  /** Whether the inventory may be changed, or what would change is only listed and waits for a person. */
  inventoryDecision: 'apply' | 'preview';
  graph: AgentGraph;
  assessments: AgentAssessments;
  /** Null unless the service is set up with one. */
  adviser: Adviser | null;
}

export interface AgentContext {
  /** Aborted when the flow was deleted, the attempt was taken over or the worker shuts down: stop within a second. */
  signal: AbortSignal;
  /**
   * Rows done of the pass (in `conclude`: of the phase). Cheap to call often; the worker throttles what it stores.
   */
  reportProgress(rowsDone: number, state?: Record<string, JsonValue>): void;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export interface AgentFinding {
  severity: FindingSeverity;
  /** Stable rule name; with the column it identifies the finding within the flow. */
  code: FindingCode;
  message: string;
  columnIndex: number | null;
  /** How many cells, rows or assets in all, as the message says. */
  count: number;
  /** The first `FINDING_CELLS_LISTED_MAX` of them. */
  cells: { rowNumber: number; address: string | null; value: string }[];
}

/** What one run measured. The worker stores it in one transaction, or nothing of it. */
export interface AgentOutput {
  /** Rows really read: the worker refuses the result when it is not the import's total. */
  rowsDone: number;
  /** A small summary for people, shown as the task's result. */
  result: Record<string, JsonValue>;
  columnProfiles?: readonly ColumnProfile[];
  /** Stored with the profiles of its columns. */
  columnEvidence?: readonly ColumnEvidence[];
  findings?: readonly AgentFinding[];
  /** Findings of earlier agents that this one's replace: those of these codes in these columns (null: of the whole sheet). */
  settles?: { codes: readonly FindingCode[]; columns: readonly (number | null)[] };
  suggestions?: readonly MappingSuggestion[];
  /** Columns whose suggestion carries a proposal of an adviser, and who that is: `adviser (<model>)`. */
  advised?: { by: string; columns: readonly number[] };
  cleansingPlan?: CleansingPlan;
  /** The generation that was staged and is shown from now on, and its counts. */
  assessments?: { generation: string; summary: AssessmentSummary };
  /** The generation of the dependency graph that counts from now on. */
  graph?: { generation: string; measures: GraphMeasures };
  /** The inventory was written: what earlier imports of the sheet ask and this one asks again closes in the same transaction. */
  writesInventory?: boolean;
  /** The import was taken out of the inventory: what else came of it goes in the same transaction. */
  withdrawsImport?: boolean;
  /** The agent has shown what it is about to do; the flow waits until a person decides, then the phase runs again. */
  waitsForDecision?: boolean;
}

/** What a pass measured, in row order; each part is read where it was stored whenever they are gone through. */
export type Parts<Part = unknown> = AsyncIterable<Part> | Iterable<Part>;

/** The records one call of `AgentPass.read` is about, and what `prepare` gave it. */
export interface Partition {
  range: RowRange;
  given: unknown;
}

/**
 * One reading of all records, or of the inventory in as many parts; several workers may read at the same time. The results
 * of `read` and `prepare` travel between processes: plain data, Maps, typed arrays (the structured clone algorithm), never
 * functions or instances of classes, and per partition of 25,000 rows not more than some megabytes. Who changes
 * what an agent's passes are or return raises `PARTS_VERSION` in the partitions' model.
 */
export interface AgentPass {
  readonly name: string;
  /** Its share of the work beside other passes, for the progress that people see; 1 unless said. */
  readonly weight?: number;
  /**
   * What each range is given, from the parts of the pass before, both in row order. Absent: null for all. Parts can be
   * large: it holds no more of them than it needs.
   */
  prepare?(
    input: AgentInput,
    before: { parts: Parts; ranges: readonly RowRange[] },
    context: AgentContext,
  ): Promise<readonly unknown[]>;
  /** The same input gives the same part. What it writes itself carries ids that make a repetition harmless. */
  read(input: AgentInput, partition: Partition, context: AgentContext): Promise<unknown>;
}

export interface Agent {
  /** Shown wherever a task or an error is: `data-validation`. */
  readonly name: string;
  readonly phase: AgentPhase;
  /**
   * One after the other. Agents that read the inventory instead have passes too; their ranges then stand for parts of it.
   *
   * @param ranges what each pass is cut into
   */
  passes(input: AgentInput, ranges: readonly RowRange[]): readonly AgentPass[];
  /** Puts together what the last pass measured, its parts in row order. */
  conclude(input: AgentInput, parts: readonly unknown[], context: AgentContext): Promise<AgentOutput>;
}

/** What an agent throws when it knows which record it failed on, or that trying again is useless. */
export class AgentError extends Error {
  readonly code: string;
  readonly rowNumber: number | null;
  readonly isFinal: boolean;

  constructor(code: string, message: string, options: { rowNumber?: number; isFinal?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AgentError';
    this.code = code;
    this.rowNumber = options.rowNumber ?? null;
    this.isFinal = options.isFinal ?? false;
  }
}
