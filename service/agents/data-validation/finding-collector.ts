import { cellAddress, sheetOrigin, type SheetOrigin } from '#shared/cell-address.ts';
import { bySeverity } from '#shared/worst-first.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';
import { byColumn } from '../listed-findings.ts';
import { Finding, listedValue, type Found } from './finding.ts';
import { findingRules, type ValidationCode } from './finding-rules.ts';

/** Texts one collector keeps for listing, each as `listedText` cuts it; the rest is read again when it is listed. */
const TEXTS_KEPT_MAX = 20_000;

/** Gathers cells per rule and column: exact counts, the first cells by address, bounded memory. */
export class FindingCollector {
  private readonly facts: ImportFacts;
  private readonly origin: SheetOrigin | null;
  private readonly room = { left: TEXTS_KEPT_MAX };
  private readonly findingsByRule = new Map<string, Finding>();

  constructor(facts: ImportFacts) {
    this.facts = facts;
    this.origin = sheetOrigin({ sheet_name: facts.sheetName, range: facts.range, header_row: facts.headerRow });
  }

  /** Where cells of one rule and column are added. */
  open(code: ValidationCode, columnIndex: number | null): Finding {
    const key = `${code}:${columnIndex ?? ''}`;
    let finding = this.findingsByRule.get(key);
    if (finding === undefined) {
      finding = new Finding(code, columnIndex, this.room);
      this.findingsByRule.set(key, finding);
    }
    return finding;
  }

  /** For what was counted elsewhere, in the order of the rows; `cells` are its first ones. */
  addCounted({ code, columnIndex, count, cells = [] }: Omit<Found, 'cells'> & Partial<Pick<Found, 'cells'>>): void {
    this.open(code, columnIndex).addCounted({ count, cells });
  }

  /** What was found so far, as it travels between workers. */
  found(): Found[] {
    return [...this.findingsByRule.values()].map(({ found }) => found).filter(({ count }) => count > 0);
  }

  /** The rows of listed cells whose text was not kept. */
  rowsToRead(): number[] {
    return this.found().flatMap(({ cells }) =>
      cells.filter(({ value }) => value === null).map(({ rowNumber }) => rowNumber),
    );
  }

  /**
   * Errors first, then by column, then by the row they begin in.
   *
   * @param textOf the text of a cell in one of `rowsToRead`
   */
  findings(textOf: (row: number, columnIndex: number) => string): AgentFinding[] {
    return this.found()
      .map(({ code, columnIndex, count, cells }) => ({
        severity: findingRules[code].severity,
        code,
        message: findingRules[code].message(count, this.headerOf(columnIndex)),
        columnIndex,
        count,
        cells: cells.map(({ rowNumber, value }) => ({
          rowNumber,
          address: this.addressOf(rowNumber, columnIndex),
          value: value ?? listedValue(code, textOf(rowNumber, columnIndex ?? 0)),
        })),
      }))
      .sort((a, b) => bySeverity(a, b) || byColumn(a, b) || firstRow(a) - firstRow(b));
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

/** What is said of a column as a whole comes last. */
const firstRow = ({ cells }: AgentFinding): number => cells[0]?.rowNumber ?? Number.MAX_SAFE_INTEGER;
