import { bySeverity } from '#shared/worst-first.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';
import { addTally, countOne, FindingTally, type Tally } from '../finding-tally.ts';
import { addressesIn, byColumn, columnName, listedText } from '../listed-findings.ts';
import { findingRules, type ValidationCode } from './finding-rules.ts';

/** Texts one collector keeps for listing, each as `listedText` cuts it; the rest is read again when it is listed. */
const TEXTS_KEPT_MAX = 20_000;

export interface FoundCell {
  rowNumber: number;
  /** Null: to be read again when the cell is listed. */
  value: string | null;
}

interface FoundAbout {
  code: ValidationCode;
  /** Null: in rows as a whole. */
  columnIndex: number | null;
}

/** What one rule found in one column. */
export type Found = FoundAbout & Tally<FoundCell>;

/** Gathers cells per rule and column: exact counts, the first cells by address, bounded memory. */
export class FindingCollector {
  private readonly facts: ImportFacts;
  private textsLeft = TEXTS_KEPT_MAX;
  private readonly tally = new FindingTally<FoundAbout, FoundCell>(
    ({ code, columnIndex }) => `${code}:${columnIndex ?? ''}`,
  );

  constructor(facts: ImportFacts) {
    this.facts = facts;
  }

  /** Where cells of one rule and column are added. */
  open(code: ValidationCode, columnIndex: number | null): Found {
    return this.tally.open({ code, columnIndex });
  }

  add(found: Found, rowNumber: number, text: string): void {
    if (!countOne(found)) return;
    // What is said of a row shows the text it begins with, in whatever column that stands.
    const isKept = this.textsLeft > 0 || found.columnIndex === null;
    if (isKept) this.textsLeft -= 1;
    found.cells.push({ rowNumber, value: isKept ? listedValue(found.code, text) : null });
  }

  /** For what was counted elsewhere, in the order of the rows; `cells` are its first ones. */
  addCounted({ code, columnIndex, count, cells = [] }: Omit<Found, 'cells'> & Partial<Pick<Found, 'cells'>>): void {
    addTally(this.open(code, columnIndex), { count, cells });
  }

  /** What was found so far, as it travels between workers. */
  found(): Found[] {
    return this.tally.all();
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
    const addressOf = addressesIn(this.facts);
    return this.found()
      .map(({ code, columnIndex, count, cells }) => ({
        severity: findingRules[code].severity,
        code,
        message: findingRules[code].message(count, columnIndex === null ? null : columnName(this.facts, columnIndex)),
        columnIndex,
        count,
        cells: cells.map(({ rowNumber, value }) => ({
          rowNumber,
          address: addressOf(rowNumber, columnIndex),
          value: value ?? listedValue(code, textOf(rowNumber, columnIndex ?? 0)),
        })),
      }))
      .sort((a, b) => bySeverity(a, b) || byColumn(a, b) || firstRow(a) - firstRow(b));
  }
}

/** What is said of a column as a whole comes last. */
const firstRow = ({ cells }: AgentFinding): number => cells[0]?.rowNumber ?? Number.MAX_SAFE_INTEGER;

/** A text as a finding shows it. */
function listedValue(code: ValidationCode, text: string): string {
  if (code === 'secret_column') return '(not shown)';
  if (code === 'missing_identifier' || code === 'blank_identifier') return listedText(text.trim());
  return listedText(code === 'control_characters' ? JSON.stringify(text) : text);
}
