import { cellAddress, sheetOrigin, type SheetOrigin } from '#shared/cell-address.ts';
import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';
import { findingRules, type FindingCode } from './finding-rules.ts';

const VALUE_MAX_CHARACTERS = 120;

export interface FoundCell {
  rowNumber: number;
  value: string;
}

/** Gathers cells per rule and column: exact counts, the first cells by address, bounded memory. */
export class FindingCollector {
  private readonly facts: ImportFacts;
  private readonly origin: SheetOrigin | null;
  private readonly found = new Map<
    string,
    { code: FindingCode; columnIndex: number | null; count: number; cells: FoundCell[] }
  >();

  constructor(facts: ImportFacts) {
    this.facts = facts;
    this.origin = sheetOrigin({ sheet_name: facts.sheetName, range: facts.range, header_row: facts.headerRow });
  }

  add(code: FindingCode, columnIndex: number | null, cell: FoundCell): void {
    const finding = this.open(code, columnIndex);
    finding.count += 1;
    if (finding.cells.length < FINDING_CELLS_LISTED_MAX) finding.cells.push(cell);
  }

  /** For what was counted elsewhere; `cells` are its first ones. */
  addCounted(
    code: FindingCode,
    columnIndex: number | null,
    counted: { count: number; cells?: readonly FoundCell[] },
  ): void {
    const finding = this.open(code, columnIndex);
    finding.count += counted.count;
    finding.cells.push(...(counted.cells ?? []).slice(0, FINDING_CELLS_LISTED_MAX - finding.cells.length));
  }

  /** Errors first, then by column. */
  findings(): AgentFinding[] {
    const order = { error: 0, warning: 1, info: 2 };
    return [...this.found.values()]
      .map(({ code, columnIndex, count, cells }) => ({
        severity: findingRules[code].severity,
        code,
        message: findingRules[code].message(count, this.headerOf(columnIndex)),
        columnIndex,
        count,
        cells: cells.map((cell) => ({
          rowNumber: cell.rowNumber,
          address: this.addressOf(cell.rowNumber, columnIndex),
          value: cell.value.slice(0, VALUE_MAX_CHARACTERS),
        })),
      }))
      .sort((a, b) => order[a.severity] - order[b.severity] || (a.columnIndex ?? -1) - (b.columnIndex ?? -1));
  }

  private open(code: FindingCode, columnIndex: number | null) {
    const key = `${code}:${columnIndex ?? ''}`;
    const known = this.found.get(key);
    if (known) return known;
    const made = { code, columnIndex, count: 0, cells: [] };
    this.found.set(key, made);
    return made;
  }

  private headerOf(columnIndex: number | null): string | null {
    if (columnIndex === null) return null;
    const column = this.facts.columns[columnIndex];
    return column === undefined ? null : column.header.trim() === '' ? column.key : column.header;
  }

  private addressOf(rowNumber: number, columnIndex: number | null): string | null {
    return this.origin === null ? null : cellAddress(this.origin, rowNumber, columnIndex ?? 0);
  }
}
