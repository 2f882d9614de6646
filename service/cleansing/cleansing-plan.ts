import type { ValueSeparator } from '#shared/schemas/cleansing.schema.ts';
import type { CleanseOptions } from './cleansed.ts';
import type { CurrencyColumn } from './currency-column.ts';

/** Names these rules wherever their results are kept; raised when a rule changes what it answers. */
export const CLEANSING = 'cleansing-1';

/** What an analyst settled of a column. What is absent is left to the column itself. */
export interface CleansingChoice {
  dayMonthOrder?: 'day-first' | 'month-first';
  unit?: string;
  decimalMark?: '.' | ',';
  /** null: a cell is one value, whatever it looks like. */
  separator?: ValueSeparator | null;
}

/** How the cells of one mapped column are read: what the header, the whole column and the analyst said. */
export interface ColumnPlan {
  columnIndex: number;
  /** A target field of the catalogue or of the client's own. */
  field: string;
  fieldType: 'string' | 'number' | 'integer' | 'boolean' | 'enum' | 'date' | 'datetime';
  /** Another column provides the field; this one fills in where that one is empty. */
  isSecondary: boolean;
  /** It says nothing of the record's own thing but of another one, as of a second table beside the first. */
  isOfAnotherThing?: boolean;
  options: CleanseOptions;
  /** Of costs: the column that names their currency row by row. */
  currencyColumn?: CurrencyColumn;
  /** Several values a cell are split at it; null: a cell is one value. */
  separator: ValueSeparator | null;
  /** What an analyst decided that raw values mean, as the cells have them; null: such a cell says nothing. */
  valueDecisions: readonly (readonly [value: string, target: string | null])[];
}

/**
 * Everything that decides what a raw record becomes. Records are cleansed by applying it, whenever they are read: nothing
 * of a million rows is stored twice, and raw and cleansed can always be shown side by side.
 */
export interface CleansingPlan {
  rules: string;
  /** Approved columns, in sheet order. */
  columns: readonly ColumnPlan[];
}
