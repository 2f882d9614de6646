import type { TargetField } from '#shared/target-fields.ts';
import type { CleanseOptions } from './cleansed.ts';
import { CLEANSING, type CleansingChoice, type CleansingPlan, type ColumnPlan } from './cleansing-plan.ts';
import { NOTHING_SHOWN, type ColumnEvidence } from './column-evidence.ts';
import { currencyColumnOf } from './currency-column.ts';
import { unitChosen, unitOfColumn, type MeasuredColumn } from './column-units.ts';
import { columnOrder, contradicts, ordersTogether, type OrderOptions } from './day-month-order.ts';
import { separatorOf } from './value-separators.ts';

/** A column with an approved field, and what an analyst settled of it. */
export interface MappedColumn {
  columnIndex: number;
  field: TargetField;
  isSecondary: boolean;
  valueDecisions: readonly { value: string; target: string | null }[];
  /** Absent: nothing of reading its cells is settled. */
  cleansing?: CleansingChoice;
}

/** What was measured of the sheet before: one profile a column, in column order, or none. */
export interface MeasuredSheet {
  headers: readonly string[];
  columns: readonly MeasuredColumn[];
  dateSystem: '1900' | '1904';
  /** Absent: not known. */
  sheetName?: string | null;
}

/** Something of a column that neither its header nor its cells settle; cells that depend on it say nothing. */
export interface OpenQuestion {
  columnIndex: number;
  question:
    | 'day_month_contradicts'
    | 'decimal_marks_contradict'
    | 'unit_varies'
    | 'several_separators'
    | 'percent_scale'
    | 'another_thing';
  /** Cells that show the question: those that contradict the others, that are split in two ways … */
  count: number;
  /** What was seen, for people. */
  detail: string;
}

/**
 * How each approved column is read: what an analyst chose goes first, then what the header and the neighbouring column
 * state, then what the cells of all rows show. What these leave open stays open and is listed.
 *
 * @param evidence of all rows; a column that is not in it shows nothing
 */
export function planColumns(
  mapped: readonly MappedColumn[],
  sheet: MeasuredSheet,
  evidence: readonly ColumnEvidence[],
): { plan: CleansingPlan; open: OpenQuestion[] } {
  const open: OpenQuestion[] = [];
  const ofColumn = new Map(evidence.map((one) => [one.columnIndex, one]));
  const columns = mapped.map((column): ColumnPlan => {
    const ask = (question: Omit<OpenQuestion, 'columnIndex'>): void => {
      open.push({ columnIndex: column.columnIndex, ...question });
    };
    const currencyColumn = currencyColumnOf(column, sheet);
    const shown = ofColumn.get(column.columnIndex) ?? NOTHING_SHOWN;
    return {
      columnIndex: column.columnIndex,
      field: column.field.name,
      fieldType: column.field.type,
      isSecondary: column.isSecondary,
      options: optionsOf(column, sheet, shown, ask),
      ...(currencyColumn !== null && { currencyColumn }),
      separator: separatorOf(column, sheet.columns[column.columnIndex], ask),
      valueDecisions: column.valueDecisions.map(({ value, target }) => [value, target] as const),
    };
  });
  return { plan: { rules: CLEANSING, columns }, open };
}

type Shown = Pick<ColumnEvidence, 'orders' | 'decimalPoint' | 'decimalComma'>;
export type Ask = (question: Omit<OpenQuestion, 'columnIndex'>) => void;

function optionsOf(column: MappedColumn, sheet: MeasuredSheet, shown: Shown, ask: Ask): CleanseOptions {
  const isDate = column.field.type === 'date' || column.field.type === 'datetime';
  const isNumber = column.field.type === 'number' || column.field.type === 'integer';
  const unit = unitChosen(column, sheet) ?? unitOfColumn(column, sheet, ask);
  const decimalMark = column.cleansing?.decimalMark ?? (isNumber ? markOf(shown, ask) : null);
  return {
    ...(unit !== null && { unit }),
    ...(isDate && { dateSystem: sheet.dateSystem === '1904' ? 1904 : 1900 }),
    ...(isDate && orderOf(column, shown, ask)),
    ...(decimalMark !== null && { decimalMark }),
  };
}

function orderOf({ cleansing }: MappedColumn, { orders }: Pick<Shown, 'orders'>, ask: Ask): OrderOptions {
  const answered = cleansing?.dayMonthOrder ?? null;
  if (answered === null && contradicts(orders)) {
    const together = ordersTogether(orders);
    const [first, second] = together.map(({ count, example }) => ({ count, words: `("${example}")` }));
    const detail = `${first?.count} can only be read day first ${first?.words}, ${second?.count} only month first ${second?.words}`;
    ask({ question: 'day_month_contradicts', count: Math.min(...together.map(({ count }) => count)), detail });
  }
  return columnOrder(orders, answered);
}

function markOf({ decimalPoint, decimalComma }: Shown, ask: Ask): '.' | ',' | null {
  if (decimalPoint > 0 && decimalComma > 0) {
    const detail = `${decimalPoint} have a decimal point, ${decimalComma} a decimal comma`;
    ask({ question: 'decimal_marks_contradict', count: Math.min(decimalPoint, decimalComma), detail });
    return null;
  }
  return decimalPoint > 0 ? '.' : decimalComma > 0 ? ',' : null;
}
