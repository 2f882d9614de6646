import { isSecretHeader } from '#shared/secret-headers.ts';
import { uniqueFields } from '#shared/key-fields.ts';
import { Turns } from '../../engine-parts/steps.ts';
import type { CleansingPlan } from '../../cleansing/cleansing-plan.ts';
import {
  createEvidenceReader,
  mergeEvidence,
  writtenAs,
  type ColumnEvidence,
} from '../../cleansing/column-evidence.ts';
import {
  createSecondColumnReader,
  mergeSecondColumns,
  secondColumns,
  withoutOtherThings,
  type SecondColumn,
} from '../../cleansing/another-thing.ts';
import { planColumns, type MappedColumn, type OpenQuestion } from '../../cleansing/plan-columns.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput, Partition } from '../agent.ts';
import { allOf } from '../all-of.ts';
import { untilAborted } from '../until-aborted.ts';
import { concludeCleansing } from './cleansing-conclusion.ts';
import { ColumnMeter, type ColumnCounts } from './column-meter.ts';
import { IdentifierDigests } from './identifier-digests.ts';
import { RecordChecks, type CheckCount } from './record-checks.ts';

/** A plan and what it leaves open, as every range is given it. */
interface Planned {
  plan: CleansingPlan;
  open: OpenQuestion[];
}

type EvidenceColumn = Pick<ColumnEvidence, 'columnIndex' | 'writtenAs'>;

/** What the rows of one range show of how columns are written, and of whom they speak. */
interface EvidencePart {
  columns: ColumnEvidence[];
  seconds: SecondColumn[];
}

/** What cleansing the rows of one range counted. */
export interface CleansedPart extends Planned {
  rows: number;
  /** By column of the plan. */
  columns: ColumnCounts[];
  checks: CheckCount[];
  digests: { columnIndex: number; values: Float64Array }[];
}

/**
 * Decides how each approved column is read, from evidence of all rows, and counts what reading them so makes of every
 * cell. Cleansed records are not stored: the plan and the raw record give them again, whenever they are asked for.
 */
export const dataCleansing: Agent = {
  name: 'data-cleansing',
  phase: 'data_cleansing',
  passes: (input) => [
    ...(unseenColumns(input).length > 0 || secondColumns(input.approvedMappings).length > 0
      ? [{ name: 'evidence', read: gatherEvidence }]
      : []),
    {
      name: 'cleanse',
      prepare: async (_input, { parts, ranges }) => {
        const planned = planOf(_input, await allOf<EvidencePart>(parts));
        return ranges.map(() => planned);
      },
      read: cleanseRows,
    },
  ],
  conclude: async (input, parts): Promise<AgentOutput> =>
    Promise.resolve(concludeCleansing(input.facts, parts as readonly CleansedPart[])),
};

/** Columns of dates and numbers that have texts, whose order and marks only the whole column can say. */
function evidenceColumns({ approvedMappings, columnProfiles }: AgentInput): EvidenceColumn[] {
  const hasTexts = ({ columnIndex }: MappedColumn): boolean => (columnProfiles[columnIndex]?.types.text ?? 1) > 0;
  return approvedMappings.filter(hasTexts).flatMap(({ columnIndex, field }) => {
    const as = writtenAs(field);
    return as === null ? [] : [{ columnIndex, writtenAs: as }];
  });
}

/** What data validation saw of such a column, which it looked at for what its header promises. */
const seenOf = ({ columnEvidence }: AgentInput, column: EvidenceColumn): ColumnEvidence[] =>
  columnEvidence.filter((seen) => seen.columnIndex === column.columnIndex && seen.writtenAs === column.writtenAs);

const unseenColumns = (input: AgentInput): EvidenceColumn[] =>
  evidenceColumns(input).filter((column) => seenOf(input, column).length === 0);

async function gatherEvidence(input: AgentInput, { range }: Partition, context: AgentContext): Promise<EvidencePart> {
  const reader = createEvidenceReader(unseenColumns(input));
  const seconds = createSecondColumnReader(input.approvedMappings);
  let rowsDone = 0;
  const turns = new Turns(context.signal);
  for await (const records of untilAborted(input.readRecords(range), context.signal)) {
    for (const { cells } of records) {
      reader.add(cells);
      seconds.add(cells);
      if (turns.isOver) await turns.next();
    }
    rowsDone += records.length;
    context.reportProgress(rowsDone);
  }
  return { columns: reader.evidence(), seconds: seconds.counted() };
}

function planOf(input: AgentInput, parts: readonly EvidencePart[]): Planned {
  const { facts, approvedMappings, columnProfiles } = input;
  const headers = facts.columns.map(({ header }) => header);
  const sheet = { headers, columns: columnProfiles, dateSystem: facts.dateSystem, sheetName: facts.sheetName };
  const seen = evidenceColumns(input).flatMap((column) => seenOf(input, column));
  const planned = planColumns(approvedMappings, sheet, mergeEvidence([seen, ...parts.map(({ columns }) => columns)]));
  return withoutOtherThings(planned, mergeSecondColumns(parts.map(({ seconds }) => seconds)), facts.columns);
}

async function cleanseRows(
  input: AgentInput,
  { range, given }: Partition,
  context: AgentContext,
): Promise<CleansedPart> {
  const { plan, open } = given as Planned;
  const columns = plan.columns.map((column) => {
    const isSecret = isSecretHeader(input.facts.columns[column.columnIndex]?.header ?? '');
    const digests = uniqueFields.has(column.field) && !column.isSecondary ? new IdentifierDigests() : null;
    return { index: column.columnIndex, meter: new ColumnMeter(column, isSecret), digests };
  });
  const checks = new RecordChecks(plan);
  let rows = 0;
  const turns = new Turns(context.signal);
  for await (const records of untilAborted(input.readRecords(range), context.signal)) {
    for (const { cells, rowNumber } of records) {
      const answers = columns.map(({ meter }) => meter.add(cells, rowNumber));
      for (const [position, { digests }] of columns.entries()) digests?.add(answers[position]?.value ?? null);
      checks.add(answers, rowNumber);
      if (turns.isOver) await turns.next();
    }
    rows += records.length;
    context.reportProgress(rows, { rows_cleansed: rows });
  }
  return {
    plan,
    open,
    rows,
    columns: columns.map(({ meter }) => meter.counts()),
    checks: checks.counts(),
    digests: columns.flatMap(({ index, digests }) =>
      digests === null ? [] : [{ columnIndex: index, values: digests.values() }],
    ),
  };
}
