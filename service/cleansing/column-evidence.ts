import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import type { ColumnPlan } from './cleansing-plan.ts';
import { addOrder, orderShownBy, type OrderShown } from './day-month-order.ts';
import { markOfFineAmount, markShownBy } from './decimal-text.ts';
import { isMoney } from './money.ts';
import { halfWidth, plainText } from './plain-text.ts';
import { memoised } from './value-memo.ts';

/** How many cells of a column show how the column is written. Plain data; counts of parts of a sheet add up. */
export interface ColumnEvidence {
  columnIndex: number;
  /** One for each sign and order. */
  orders: OrderShown[];
  decimalPoint: number;
  decimalComma: number;
}

type Shown = 'decimalPoint' | 'decimalComma' | OrderShown | null;

/** Gathers evidence over all rows: one cell late in a sheet may settle a hundred thousand before it. */
export interface EvidenceReader {
  add(cells: readonly Cell[]): void;
  evidence(): ColumnEvidence[];
}

export const noEvidence = (columnIndex: number): ColumnEvidence => ({
  columnIndex,
  orders: [],
  decimalPoint: 0,
  decimalComma: 0,
});

/** Whether only the whole column can say how cells of this type are written. */
export function needsEvidence(fieldType: ColumnPlan['fieldType']): boolean {
  return fieldType === 'date' || fieldType === 'datetime' || fieldType === 'number' || fieldType === 'integer';
}

export function createEvidenceReader(
  columns: readonly Pick<ColumnPlan, 'columnIndex' | 'field' | 'fieldType'>[],
): EvidenceReader {
  const readers = columns
    .filter(({ fieldType }) => needsEvidence(fieldType))
    .map(({ columnIndex, field, fieldType }) => ({
      shownBy: memoised(shownIn(field, fieldType)),
      evidence: noEvidence(columnIndex),
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
    const sum = merged.get(part.columnIndex) ?? noEvidence(part.columnIndex);
    for (const one of part.orders) addOrder(sum.orders, one);
    sum.decimalPoint += part.decimalPoint;
    sum.decimalComma += part.decimalComma;
    merged.set(part.columnIndex, sum);
  }
  return [...merged.values()].sort((a, b) => a.columnIndex - b.columnIndex);
}

function shownIn(field: string, fieldType: ColumnPlan['fieldType']): (cell: Cell) => Shown {
  if (fieldType === 'date' || fieldType === 'datetime') return orderShownBy;
  const markOf = isMoney(field) ? markOfFineAmount : markShownBy;
  return (cell) => shownByNumber(cell, markOf);
}

function shownByNumber(cell: Cell, markOf: typeof markShownBy): Shown {
  const mark = markOf(halfWidth(plainText(cellText(cell).slice(0, 100))));
  if (mark === null) return null;
  return mark === '.' ? 'decimalPoint' : 'decimalComma';
}
