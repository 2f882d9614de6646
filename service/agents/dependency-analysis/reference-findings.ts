import { cellAddress, sheetOrigin, type SheetOrigin } from '#shared/cell-address.ts';
import { countOf } from '#shared/format.ts';
import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';
import type { FindingSeverity } from '#shared/statuses.ts';
import { bySeverity } from '#shared/worst-first.ts';
import type { LinkProblem } from '../../dependencies/link-assets.ts';
import { NAMES_PER_CELL_MAX } from '../../dependencies/name-lists.ts';
import type { AssetValue } from '../../inventory/asset.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';
import { byColumn, listedText } from '../listed-findings.ts';

interface FindingRule {
  severity: FindingSeverity;
  message(references: number, column: string): string;
}

/** Every name of every cell, the same one again too; the graph's measures count different names. */
const references = (count: number): string => countOf(count, 'reference');
const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Codes are stable: they are stored, filtered by and linked to. */
const rules = {
  unresolved_reference: {
    severity: 'warning',
    message: (count, column) =>
      `${references(count)} in "${column}" ${verb(count, 'names', 'name')} no asset of the inventory that this field can mean. Import what is named, decide held records, or correct the name.`,
  },
  ambiguous_reference: {
    severity: 'warning',
    message: (count, column) =>
      `${references(count)} in "${column}" ${verb(count, 'names', 'name')} several assets of one name; which one is meant cannot be told.`,
  },
  self_reference: {
    severity: 'info',
    message: (count, column) =>
      `${references(count)} in "${column}" ${verb(count, 'names the very asset it stands', 'name the very asset they stand')} at; no edge was made.`,
  },
  too_many_names: {
    severity: 'warning',
    message: (count, column) =>
      `${countOf(count, 'cell')} of "${column}" ${verb(count, 'holds', 'hold')} more than ${NAMES_PER_CELL_MAX} names; the rest was not looked at.`,
  },
} as const satisfies Record<LinkProblem, FindingRule>;

/**
 * What could not be linked, by column and rule, for cells of the import at hand: exact counts, the first cells listed.
 * Names that earlier imports brought are counted in the graph's measures and listed by `GET /graph/edges`.
 */
export class ReferenceFindings {
  private readonly facts: ImportFacts;
  private readonly origin: SheetOrigin | null;
  private readonly byRule = new Map<string, AgentFinding>();

  constructor(facts: ImportFacts) {
    this.facts = facts;
    this.origin = sheetOrigin({ sheet_name: facts.sheetName, range: facts.range, header_row: facts.headerRow });
  }

  add(code: LinkProblem, text: string, value: AssetValue): void {
    if (value.data_import_id !== this.facts.dataImportId) return;
    const { row_number: rowNumber, column_index: columnIndex } = value;
    const finding = this.open(code, columnIndex);
    finding.count += 1;
    if (finding.cells.length === FINDING_CELLS_LISTED_MAX) return;
    const address = this.origin === null ? null : cellAddress(this.origin, rowNumber, columnIndex);
    finding.cells.push({ rowNumber, address, value: listedText(text) });
  }

  /** What another part of the inventory came to. */
  addAll(others: readonly AgentFinding[]): void {
    for (const { code, columnIndex, count, cells } of others) {
      const finding = this.open(code as LinkProblem, columnIndex ?? 0);
      finding.count += count;
      finding.cells.push(...cells.slice(0, FINDING_CELLS_LISTED_MAX - finding.cells.length));
    }
  }

  /** Plain data, without messages; for `addAll`. */
  found(): AgentFinding[] {
    return [...this.byRule.values()];
  }

  /** Warnings first, then by column. */
  findings(): AgentFinding[] {
    return [...this.byRule.values()]
      .map((finding) => ({
        ...finding,
        message: rules[finding.code as LinkProblem].message(finding.count, this.headerOf(finding.columnIndex)),
        cells: finding.cells.sort((a, b) => a.rowNumber - b.rowNumber),
      }))
      .sort((a, b) => bySeverity(a, b) || byColumn(a, b));
  }

  private open(code: LinkProblem, columnIndex: number): AgentFinding {
    const key = `${code}:${columnIndex}`;
    const known = this.byRule.get(key);
    if (known) return known;
    const made: AgentFinding = {
      severity: rules[code].severity,
      code,
      message: '',
      columnIndex,
      count: 0,
      cells: [],
    };
    this.byRule.set(key, made);
    return made;
  }

  private headerOf(columnIndex: number | null): string {
    const column = columnIndex === null ? undefined : this.facts.columns[columnIndex];
    return column === undefined || column.header.trim() === '' ? (column?.key ?? '') : column.header;
  }
}
