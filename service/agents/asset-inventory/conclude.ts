import { isAnotherList } from '#shared/may-be-cut-off.ts';
import type { InventoryResult } from '#shared/schemas/inventory-result.schema.ts';
import { recordOutcomes } from '#shared/statuses.ts';
import type { AgentFinding, AgentInput, AgentOutput } from '../agent.ts';
import { addTally } from '../finding-tally.ts';
import { addressedCells } from './addressed-cells.ts';
import type { MissingCounts, MissingNames } from './given.ts';
import { inventoryRules, type InventoryFinding } from './finding-rules.ts';
import { InventoryPart, type FoundKind, type FoundRows, type PlainInventoryPart } from './inventory-part.ts';
import { countsOf, missingFindings } from './missing-findings.ts';
import { addSizes, sizeFindings } from './moved-sizes.ts';
import { olderFileFindings } from './older-file.ts';
import { returnedFindings } from './returned-values.ts';
import { componentSheetOf, nameColumn } from './record-reading.ts';

const NONE: MissingNames = { count: 0, replaced: 0, names: [] };
const NONE_MISSING: MissingCounts = { fresh: NONE, before: NONE, listedLast: 0, lastFilename: null };

/** Adds up what the partitions came to. */
export function conclude(input: AgentInput, parts: readonly unknown[]): AgentOutput {
  const total = new InventoryPart(null);
  for (const part of parts as readonly PlainInventoryPart[]) addPart(total, part);
  const { fresh, before, listedLast } = total.missing ?? NONE_MISSING;
  return {
    rowsDone: total.rowsDone,
    findings: findingsOf(input, total),
    // Data validation said what such rows look like; now they are listed with what became of them.
    settles: { codes: [...ABOUT_ROWS], columns: [null] },
    result: {
      ...total.outcomes,
      conflicts: total.conflicts,
      headings: total.found.heading.count,
      missing: fresh.count + before.count,
      newly_missing: fresh.count,
      replaced: fresh.replaced,
      listed_last: listedLast,
      field_changes: total.fieldChanges,
      is_preview: input.inventoryDecision === 'preview',
    } satisfies InventoryResult,
    ...(input.inventoryDecision === 'preview' ? { waitsForDecision: true } : { writesInventory: true }),
  };
}

function addPart(total: InventoryPart, part: PlainInventoryPart): void {
  total.rowsDone += part.rowsDone;
  for (const outcome of recordOutcomes) total.outcomes[outcome] += part.outcomes[outcome];
  total.fieldChanges += part.fieldChanges;
  total.replacedValues += part.replacedValues;
  total.conflicts += part.conflicts;
  total.missing ??= part.missing;
  addSizes(total.sizes, part.sizes);
  for (const kind of Object.keys(part.found) as FoundKind[]) addTally(total.found[kind], part.found[kind]);
}

function findingsOf(input: AgentInput, total: InventoryPart): AgentFinding[] {
  const findings = [
    ...sizeFindings(input, total.sizes),
    ...returnedFindings(input, total.found.returned, total.replacedValues),
  ];
  const columnIndex = nameColumn(input);
  const add = (code: InventoryFinding, { count, cells }: FoundRows, detail = ''): void => {
    if (count === 0) return;
    const { severity, message } = inventoryRules[code];
    findings.push({
      severity,
      code,
      message: message(count, detail),
      columnIndex: ABOUT_ROWS.has(code) || code === 'overruled_value' ? null : columnIndex,
      count,
      cells: addressedCells(input, cells),
    });
  };
  add('held_record', total.found.held);
  add('unidentified_record', total.found.unidentified);
  add('heading_row', total.found.heading);
  add('subtotal_row', total.found.total);
  add('repeated_header', total.found.header);
  add('blank_row', total.found.blank);
  add('repeated_key', total.found.repeated_key);
  const missing = total.missing ?? NONE_MISSING;
  findings.push(...missingFindings(input, missing));
  // Of another list nothing is older.
  const isOther = isAnotherList(countsOf(missing));
  findings.push(...olderFileFindings(input, isOther ? null : missing.lastFilename));
  add('duplicate_record', total.found.duplicate);
  add('overruled_value', total.found.overruled);
  const components = componentSheetOf(input);
  if (components !== null) add('component_sheet', { count: total.rowsDone, cells: [] }, components.reason);
  return findings;
}

/** Findings that say what a row is, not what its name is. */
const ABOUT_ROWS: ReadonlySet<InventoryFinding> = new Set([
  'heading_row',
  'subtotal_row',
  'repeated_header',
  'blank_row',
]);
