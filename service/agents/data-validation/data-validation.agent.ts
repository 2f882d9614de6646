import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import {
  createEvidenceReader,
  mergeEvidence,
  writtenAs,
  type ColumnEvidence,
  type EvidenceReader,
} from '../../cleansing/column-evidence.ts';
import { suggestInSteps } from '../../mapping/mapping-engine.ts';
import { inTurns, Turns } from '../../engine-parts/steps.ts';
import type { KnownValues, SheetPart } from '../../profiling/column-part.ts';
import { createSheetProfiler } from '../../profiling/column-profiler.ts';
import type { Recognition } from '../../profiling/recognition.ts';
import { SheetMeasure } from '../../profiling/sheet-measure.ts';
import { firstFilled, otherRowKind, type OtherRow } from '../../sheet-rows/other-row.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import type { Agent, AgentContext, AgentFinding, AgentInput, AgentOutput, RowRange, SheetRecord } from '../agent.ts';
import { mergeSheet } from '../merge-sheet.ts';
import { profilingPasses } from '../profiling-passes.ts';
import { readCells } from '../read-cells.ts';
import { untilAborted } from '../until-aborted.ts';
import { ColumnChecks, isIdentifying, type ColumnPart, type ColumnRole, type RowIdentity } from './column-checks.ts';
import { emptyColumnsTogether } from './empty-columns.ts';
import { FindingCollector, type Found } from './finding-collector.ts';
import type { ValidationCode } from './finding-rules.ts';
import { rowsCompared } from './repeat-search.ts';
import { checkWholeColumn } from './whole-columns.ts';

/** What was measured and found in the rows of one range. */
interface ValidationPart {
  sheet: SheetPart;
  columns: ColumnPart[];
  found: Found[];
  evidence: ColumnEvidence[];
}

/** Profiles every column over all rows and lists what is wrong, by cell. Reads each record once. */
export const dataValidation: Agent = {
  name: 'data-validation',
  phase: 'data_validation',
  passes: (_input, ranges) => profilingPasses(ranges, validate),
  conclude: (input, parts, context) => putTogether(input, parts as readonly ValidationPart[], context),
};

async function validate(
  input: AgentInput,
  { range, known }: { range: RowRange; known: KnownValues | null },
  context: AgentContext,
): Promise<ValidationPart> {
  const collector = new FindingCollector(input.facts);
  const sheet = new SheetMeasure(input.facts.columns.length, range, known);
  const roles = await rolesOf(input, context.signal);
  const compared = rowsCompared(roles.filter(isIdentifying).length);
  const checks = roles.map((role) => new ColumnChecks(role, collector, compared));
  const checking = {
    sheet,
    checks,
    collector,
    otherRow: otherRowKind(input.facts.columns.map(({ header }) => header)),
    evidence: evidenceReader(roles),
    recognised: [],
  };
  let rowsDone = 0;
  const turns = new Turns(context.signal);
  for await (const records of untilAborted(input.readRecords(range), context.signal)) {
    for (const record of records) {
      checkRecord(record, checking);
      if (turns.isOver) await turns.next();
    }
    rowsDone += records.length;
    context.reportProgress(rowsDone, { rows_read: rowsDone });
  }
  context.signal.throwIfAborted();
  return {
    sheet: sheet.part(rowsDone),
    columns: checks.map((check) => check.part()),
    found: collector.found(),
    evidence: checking.evidence.evidence(),
  };
}

async function putTogether(
  input: AgentInput,
  parts: readonly ValidationPart[],
  context: AgentContext,
): Promise<AgentOutput> {
  const merge = await mergeSheet(
    input,
    parts.map(({ sheet }) => sheet),
    context,
  );
  const collector = new FindingCollector(input.facts);
  for (const { found } of parts) for (const finding of found) collector.addCounted(finding);
  input.facts.columns.forEach((column, at) => {
    const ofColumn = parts.flatMap(({ columns }) => columns[at] ?? []);
    const isSecret = isSecretHeader(column.header);
    checkWholeColumn(column.index, ofColumn, { rows: merge.rows, isSecret, collector });
  });
  checkHeaders(input, collector);
  const rows = new Set([...merge.listedRows(), ...collector.rowsToRead()]);
  const textOf = await readCells(input, rows, context.signal);
  const findings = emptyColumnsTogether(collector.findings(textOf), input.facts);
  return {
    rowsDone: merge.rows,
    columnProfiles: await inTurns(merge.profiles(textOf), context.signal),
    columnEvidence: mergeEvidence(parts.map(({ evidence }) => evidence)),
    findings,
    result: summary(input, merge.rows, findings),
  };
}

function summary(input: AgentInput, rows: number, findings: readonly AgentFinding[]): AgentOutput['result'] {
  const bySeverity = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) bySeverity[finding.severity] += 1;
  return {
    rows,
    columns: input.facts.columns.length,
    findings: findings.length,
    errors: bySeverity.error,
    warnings: bySeverity.warning,
    notes: bySeverity.info,
  };
}

/** Only headers decide what is checked: a column of wrong values is still meant to hold right ones. */
async function rolesOf(input: AgentInput, signal: AbortSignal): Promise<ColumnRole[]> {
  const { columns } = input.facts;
  const profiles = await inTurns(createSheetProfiler(columns).profilesInSteps(), signal);
  const byHeader = await inTurns(suggestInSteps({ columns: profiles, targetFields }), signal);
  return columns.map((column, index) => ({
    columnIndex: column.index,
    field: byHeader[index]?.targetField ?? null,
    isSecret: isSecretHeader(column.header),
  }));
}

/** Of columns whose headers promise dates or numbers, so that data cleansing need not read the rows for it. */
function evidenceReader(roles: readonly ColumnRole[]): EvidenceReader {
  return createEvidenceReader(
    roles.flatMap(({ columnIndex, field }) => {
      const as = writtenAs(targetFields.find(({ name }) => name === field));
      return as === null ? [] : [{ columnIndex, writtenAs: as }];
    }),
  );
}

interface Checking {
  sheet: SheetMeasure;
  checks: readonly ColumnChecks[];
  collector: FindingCollector;
  evidence: EvidenceReader;
  otherRow: (cells: readonly Cell[]) => OtherRow | null;
  /** Of the record that is being checked, by column. */
  recognised: (Recognition | null)[];
}

const CODES: Readonly<Record<OtherRow, ValidationCode>> = {
  heading: 'heading_row',
  total: 'subtotal_row',
  header: 'repeated_header',
  blank: 'blank_row',
};

function checkRecord({ cells, rowNumber }: SheetRecord, checking: Checking): void {
  const { sheet, checks, collector, otherRow, evidence, recognised } = checking;
  evidence.add(cells);
  for (let at = 0; at < checks.length; at += 1) recognised[at] = sheet.addCell(at, cells[at] ?? null, rowNumber);
  const other = otherRow(cells);
  if (other !== null)
    collector.add(collector.open(CODES[other], null), rowNumber, cellText(cells[firstFilled(cells)] ?? null));
  const row: RowIdentity = { rowNumber, isNamed: false, blanks: [] };
  for (let at = 0; at < checks.length; at += 1) {
    const ofCell = recognised[at] ?? null;
    if (other === null) checks[at]?.check(cells[at] ?? null, ofCell, row);
    else checks[at]?.skip(ofCell);
  }
  ColumnChecks.checkIdentity(row);
}

function checkHeaders({ facts }: AgentInput, collector: FindingCollector): void {
  const firstByHeader = new Map<string, { index: number; count: number }>();
  for (const column of facts.columns) {
    const known = firstByHeader.get(column.header);
    if (known) known.count += 1;
    else firstByHeader.set(column.header, { index: column.index, count: 1 });
  }
  for (const [header, { index, count }] of firstByHeader) {
    if (header.trim() === '') collector.addCounted({ code: 'empty_header', columnIndex: null, count });
    else if (count > 1) collector.addCounted({ code: 'doubled_header', columnIndex: index, count });
  }
}
