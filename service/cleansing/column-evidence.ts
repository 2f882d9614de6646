import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import { addOrder, orderShownBy, type OrderShown } from './day-month-order.ts';
import { markOfFineAmount, markShownBy } from './decimal-text.ts';
import { isMoney } from './money.ts';
import { halfWidth, plainText } from './plain-text.ts';
import { memoised } from './value-memo.ts';

/** What a column is looked at for: the same cells show other things of it as dates, numbers or amounts of money. */
export type WrittenAs = 'dates' | 'numbers' | 'amounts';

/** How many cells of a column show how the column is written. Plain data; counts of parts of a sheet add up. */
export interface ColumnEvidence {
  columnIndex: number;
  writtenAs: WrittenAs;
  /** One for each sign and order. */
  orders: OrderShown[];
  decimalPoint: number;
  decimalComma: number;
}

type LookedAt = Pick<ColumnEvidence, 'columnIndex' | 'writtenAs'>;

type Shown = 'decimalPoint' | 'decimalComma' | OrderShown | null;

/** Gathers evidence over all rows: one cell late in a sheet may settle a hundred thousand before it. */
export interface EvidenceReader {
  add(cells: readonly Cell[]): void;
  evidence(): ColumnEvidence[];
}

export const NOTHING_SHOWN = { orders: [], decimalPoint: 0, decimalComma: 0 };

/** As what a field's cells are looked at, where only the whole column can say how they are written; null where each cell can. */
export function writtenAs(field: Pick<TargetField, 'name' | 'type'> | undefined): WrittenAs | null {
  if (field?.type === 'date' || field?.type === 'datetime') return 'dates';
  if (field?.type !== 'number' && field?.type !== 'integer') return null;
  return isMoney(field.name) ? 'amounts' : 'numbers';
}

export function createEvidenceReader(columns: readonly LookedAt[]): EvidenceReader {
  const readers = columns.map((column) => ({
    shownBy: memoised(SHOWN_IN[column.writtenAs]),
    evidence: startOf(column),
  }));
  return {
    add: (cells) => {
      for (const { shownBy, evidence } of readers) {
        const cell = cells[evidence.columnIndex];
        // Typed cells show nothing of how texts are written.
        const shown = typeof cell === 'string' ? shownBy(cell) : null;
        if (typeof shown === 'string') evidence[shown] += 1;
        else if (shown !== null) addOrder(evidence.orders, shown);
      }
    },
    evidence: () => readers.map(({ evidence }) => evidence),
  };
}

/** The evidence of a whole sheet from that of its parts, in any order. */
export function mergeEvidence(parts: readonly (readonly ColumnEvidence[])[]): ColumnEvidence[] {
  const merged = new Map<number, ColumnEvidence>();
  for (const part of parts.flat()) {
    const sum = merged.get(part.columnIndex) ?? startOf(part);
    for (const one of part.orders) addOrder(sum.orders, one);
    sum.decimalPoint += part.decimalPoint;
    sum.decimalComma += part.decimalComma;
    merged.set(part.columnIndex, sum);
  }
  return [...merged.values()].sort((a, b) => a.columnIndex - b.columnIndex);
}

const SHOWN_IN: Readonly<Record<WrittenAs, (cell: Cell) => Shown>> = {
  dates: orderShownBy,
  numbers: (cell) => shownByNumber(cell, markShownBy),
  amounts: (cell) => shownByNumber(cell, markOfFineAmount),
};

const startOf = ({ columnIndex, writtenAs: as }: LookedAt): ColumnEvidence => ({
  columnIndex,
  writtenAs: as,
  ...NOTHING_SHOWN,
  orders: [],
});

function shownByNumber(cell: Cell, markOf: typeof markShownBy): Shown {
  const mark = markOf(halfWidth(plainText(cellText(cell).slice(0, 100))));
  if (mark === null) return null;
  return mark === '.' ? 'decimalPoint' : 'decimalComma';
}
