import { currencyOf } from '#shared/currencies.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { ColumnPlan } from './cleansing-plan.ts';
import type { MappedColumn, MeasuredSheet } from './plan-columns.ts';
import { splitCostPeriod } from './cost-period.ts';
import { unitOfHeader } from './header-units.ts';
import { isMoney } from './money.ts';

/** A column whose cells name the currency of the amounts in their rows. */
export interface CurrencyColumn {
  columnIndex: number;
  header: string;
}

const CURRENCY_HEADER = /(?:^|[^\p{L}])(?:currency|wahrung|devise|moneda|moeda|valuta)(?:$|[^\p{L}])/iu;

/**
 * The column that names the currencies of a column of costs: the one to its right, else to its left, else the only one of
 * the sheet. Null where the costs have a currency of their own by their header or an analyst.
 */
export function currencyColumnOf(
  { columnIndex, field, cleansing }: Pick<MappedColumn, 'columnIndex' | 'field' | 'cleansing'>,
  { headers, columns }: Pick<MeasuredSheet, 'headers' | 'columns'>,
): CurrencyColumn | null {
  if (!isMoney(field.name)) return null;
  const unit = cleansing?.unit ?? unitOfHeader(field.name, headers[columnIndex] ?? '') ?? '';
  if (typeof currencyOf(splitCostPeriod(unit).rest) === 'string') return null;
  const naming = headers.flatMap((header, index) =>
    index !== columnIndex && CURRENCY_HEADER.test(unaccented(header)) && namesCurrencies(columns[index]) ? [index] : [],
  );
  const [only, ...others] = naming;
  const found = [columnIndex + 1, columnIndex - 1].find((index) => naming.includes(index));
  const index = found ?? (others.length === 0 ? only : undefined);
  return index === undefined ? null : { columnIndex: index, header: headers[index] ?? '' };
}

const namesCurrencies = (measured: MeasuredSheet['columns'][number] | undefined): boolean =>
  measured !== undefined && measured.frequent.some(({ value }) => currencyNamed(value) !== null);

const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The code of the one currency a cell names: of `EUR`, `usd`, `£`; null for `$`, a blank and anything else. */
function currencyNamed(cell: Cell): string | null {
  return typeof cell === 'string' ? (currencyOf(cell.trim()) ?? null) : null;
}

/**
 * Reads one column in records: amounts with the currency that their record names. There is one reader for each currency,
 * so that a reader may remember its answers by the cell alone.
 */
export function columnInRecords<Answer>(
  column: ColumnPlan,
  readerOf: (column: ColumnPlan) => (cell: Cell) => Answer,
): (cells: readonly Cell[]) => Answer {
  const { columnIndex, currencyColumn } = column;
  const reader = readerOf(column);
  if (currencyColumn === undefined) return (cells) => reader(cells[columnIndex] ?? null);
  const { columnIndex: namedIn, header } = currencyColumn;
  const readers = new Map<string, (cell: Cell) => Answer>();
  return (cells) => {
    const cell = cells[columnIndex] ?? null;
    const currency = currencyNamed(cells[namedIn] ?? null);
    if (currency === null) return reader(cell);
    const known = readers.get(currency);
    if (known !== undefined) return known(cell);
    const made = readerOf({ ...column, options: { ...column.options, currencyBeside: { currency, header } } });
    readers.set(currency, made);
    return made(cell);
  };
}
