import { cellText } from '#shared/schemas/cell.schema.ts';
import { firstFilled, type OtherRow } from '../../sheet-rows/other-row.ts';
import type { RecordOutcome } from '#shared/statuses.ts';
import type { SheetRecord } from '../agent.ts';
import { countOne, type Tally } from '../finding-tally.ts';
import { listedText } from '../listed-findings.ts';
import type { AssetValue } from '../../inventory/asset.ts';
import type { MissingCounts } from './given.ts';
import type { MovedSizes } from './moved-sizes.ts';

/** `columnIndex`: where the value stands, unless in the column of names. */
export type FoundRows = Tally<{ rowNumber: number; value: string; columnIndex?: number }>;

export type FoundKind = OtherRow | 'unidentified' | 'held' | 'duplicate' | 'overruled' | 'repeated_key' | 'returned';

/** What one partition came to; plain data. */
export interface PlainInventoryPart {
  rowsDone: number;
  outcomes: Record<RecordOutcome, number>;
  fieldChanges: number;
  /** Changed fields that had a value before. */
  replacedValues: number;
  conflicts: number;
  found: Record<FoundKind, FoundRows>;
  missing: MissingCounts | null;
  sizes: MovedSizes;
}

const none = (): FoundRows => ({ count: 0, cells: [] });

/** Counts what becomes of the records of one partition: each has one outcome. */
export class InventoryPart implements PlainInventoryPart {
  rowsDone = 0;
  outcomes = {
    created: 0,
    updated: 0,
    unchanged: 0,
    component: 0,
    duplicate: 0,
    conflict: 0,
    unidentified: 0,
    not_a_record: 0,
  };
  fieldChanges = 0;
  replacedValues = 0;
  conflicts = 0;
  found = {
    heading: none(),
    total: none(),
    header: none(),
    blank: none(),
    unidentified: none(),
    held: none(),
    duplicate: none(),
    overruled: none(),
    repeated_key: none(),
    returned: none(),
  };
  missing: MissingCounts | null = null;
  readonly sizes: MovedSizes = new Map();
  private readonly nameColumn: number | null;

  constructor(nameColumn: number | null) {
    this.nameColumn = nameColumn;
  }

  /** @param kind null: a record that names nothing */
  addUnidentified(record: SheetRecord, kind: OtherRow | null): void {
    this.outcomes[kind === null ? 'unidentified' : 'not_a_record'] += 1;
    if (kind === null) return this.list('unidentified', record);
    const { rowNumber, cells } = record;
    const first = firstFilled(cells);
    this.add(kind, { rowNumber, value: cellText(cells[first] ?? null), columnIndex: first });
  }

  addHeld(record: SheetRecord): void {
    this.outcomes.conflict += 1;
    this.list('held', record);
  }

  /** A record of a group that another one leads. */
  addFollower(record: SheetRecord, isComponent: boolean): void {
    this.outcomes[isComponent ? 'component' : 'duplicate'] += 1;
    if (!isComponent) this.list('duplicate', record);
  }

  /** A cell that says otherwise than an earlier row of the same asset. */
  addOverruled({ raw, row_number, column_index }: AssetValue): void {
    this.add('overruled', { rowNumber: row_number, value: raw, columnIndex: column_index });
  }

  /** A record with keys that stand on several things. */
  addRepeatedKeys(rowNumber: number, keys: readonly string[]): void {
    this.add('repeated_key', { rowNumber, value: listedText(keys.join(', ')) });
  }

  plain(): PlainInventoryPart {
    const { rowsDone, outcomes, fieldChanges, replacedValues, conflicts, found, missing, sizes } = this;
    return { rowsDone, outcomes, fieldChanges, replacedValues, conflicts, found, missing, sizes };
  }

  private list(kind: FoundKind, { rowNumber, cells }: SheetRecord): void {
    this.add(kind, { rowNumber, value: this.nameColumn === null ? '' : cellText(cells[this.nameColumn] ?? null) });
  }

  private add(kind: FoundKind, cell: FoundRows['cells'][number]): void {
    const found = this.found[kind];
    if (countOne(found)) found.cells.push(cell);
  }
}
