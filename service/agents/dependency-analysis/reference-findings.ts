import { countOf } from '#shared/format.ts';
import type { FindingSeverity } from '#shared/statuses.ts';
import { bySeverity } from '#shared/worst-first.ts';
import type { LinkProblem } from '../../dependencies/link-assets.ts';
import { NAMES_PER_CELL_MAX } from '../../dependencies/name-lists.ts';
import type { AssetValue } from '../../inventory/asset.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';
import { addTally, countOne, FindingTally, type Tally } from '../finding-tally.ts';
import { addressesIn, byColumn, columnName, listedText, type AddressOf, type ListedCell } from '../listed-findings.ts';

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
      `${countOf(count, 'entry', 'entries')} of "${column}" ${verb(count, 'names', 'name')} ${verb(count, 'an asset that is', 'assets that are')} not in the inventory. Import the ${verb(count, 'asset', 'assets')}, or correct the ${verb(count, 'name', 'names')}.`,
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

interface ReferenceAbout {
  code: LinkProblem;
  columnIndex: number;
}

export type FoundReferences = ReferenceAbout & Tally<ListedCell>;

/**
 * What could not be linked, by column and rule, for cells of the import at hand: exact counts, the first cells listed.
 * Names that earlier imports brought are counted in the graph's measures and listed by `GET /graph/edges`.
 */
export class ReferenceFindings {
  private readonly facts: ImportFacts;
  private readonly addressOf: AddressOf;
  private readonly tally = new FindingTally<ReferenceAbout, ListedCell>(
    ({ code, columnIndex }) => `${code}:${columnIndex}`,
  );

  constructor(facts: ImportFacts) {
    this.facts = facts;
    this.addressOf = addressesIn(facts);
  }

  add(code: LinkProblem, text: string, value: AssetValue): void {
    if (value.data_import_id !== this.facts.dataImportId) return;
    const { row_number: rowNumber, column_index: columnIndex } = value;
    const found = this.tally.open({ code, columnIndex });
    if (!countOne(found)) return;
    found.cells.push({ rowNumber, address: this.addressOf(rowNumber, columnIndex), value: listedText(text) });
  }

  /** What another part of the inventory came to. */
  addAll(others: readonly FoundReferences[]): void {
    for (const other of others) addTally(this.tally.open(other), other);
  }

  /** For `addAll`. */
  found(): FoundReferences[] {
    return this.tally.all();
  }

  /** Warnings first, then by column. */
  findings(): AgentFinding[] {
    return this.tally
      .all()
      .map(({ code, columnIndex, count, cells }) => ({
        severity: rules[code].severity,
        code,
        message: rules[code].message(count, columnName(this.facts, columnIndex)),
        columnIndex,
        count,
        cells: cells.sort((a, b) => a.rowNumber - b.rowNumber),
      }))
      .sort((a, b) => bySeverity(a, b) || byColumn(a, b));
  }
}
