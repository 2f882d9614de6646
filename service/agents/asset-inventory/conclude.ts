import { cellAddress, sheetOrigin } from '#shared/cell-address.ts';
import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';
import type { InventoryResult } from '#shared/schemas/inventory-result.schema.ts';
import { recordOutcomes } from '#shared/statuses.ts';
import type { AgentFinding, AgentInput, AgentOutput } from '../agent.ts';
import { listedText } from '../listed-findings.ts';
import { inventoryRules, type InventoryFinding } from './finding-rules.ts';
import { InventoryPart, type FoundKind, type FoundRows, type PlainInventoryPart } from './inventory-part.ts';
import { componentSheetOf, nameColumn } from './record-reading.ts';

/** Adds up what the partitions came to. */
export function conclude(input: AgentInput, parts: readonly unknown[]): AgentOutput {
  const total = new InventoryPart(null);
  for (const part of parts as readonly PlainInventoryPart[]) addPart(total, part);
  const missing = total.missing ?? { count: 0, names: [] };
  return {
    rowsDone: total.rowsDone,
    findings: findingsOf(input, total),
    // Data validation said what such rows look like; now they are listed with what became of them.
    settles: { codes: [...ABOUT_ROWS], columns: [null] },
    result: {
      ...total.outcomes,
      conflicts: total.conflicts,
      headings: total.found.heading.count,
      missing: missing.count,
      field_changes: total.fieldChanges,
      is_preview: input.inventoryDecision === 'preview',
    } satisfies InventoryResult,
    ...(input.inventoryDecision === 'preview' ? { waitsForDecision: true } : {}),
  };
}

function addPart(total: InventoryPart, part: PlainInventoryPart): void {
  total.rowsDone += part.rowsDone;
  for (const outcome of recordOutcomes) total.outcomes[outcome] += part.outcomes[outcome];
  total.fieldChanges += part.fieldChanges;
  total.conflicts += part.conflicts;
  total.missing ??= part.missing;
  for (const kind of Object.keys(part.found) as FoundKind[]) {
    const into = total.found[kind];
    into.count += part.found[kind].count;
    into.cells.push(...part.found[kind].cells.slice(0, FINDING_CELLS_LISTED_MAX - into.cells.length));
  }
}

function findingsOf(input: AgentInput, total: InventoryPart): AgentFinding[] {
  const findings: AgentFinding[] = [];
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
      cells: addressed(input, cells),
    });
  };
  add('held_record', total.found.held);
  add('unidentified_record', total.found.unidentified);
  add('heading_row', total.found.heading);
  add('subtotal_row', total.found.total);
  add('repeated_header', total.found.header);
  add('blank_row', total.found.blank);
  add('repeated_key', total.found.repeated_key);
  const missing = total.missing ?? { count: 0, names: [] };
  add('missing_asset', { count: missing.count, cells: [] }, missing.names.join(', '));
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

function addressed(input: AgentInput, cells: FoundRows['cells']): AgentFinding['cells'] {
  const { sheetName, range, headerRow } = input.facts;
  const origin = sheetOrigin({ sheet_name: sheetName, range, header_row: headerRow });
  const column = nameColumn(input) ?? 0;
  return cells.map(({ rowNumber, value, columnIndex = column }) => ({
    rowNumber,
    address: origin === null ? null : cellAddress(origin, rowNumber, columnIndex),
    value: listedText(value),
  }));
}
