import { costPeriodOfHeader, inWords, splitCostPeriod } from './cost-period.ts';
import { currencyColumnOf } from './currency-column.ts';
import { isUnitOf, hasUnits, unitOfHeader } from './header-units.ts';
import type { Ask, MappedColumn, MeasuredSheet } from './plan-columns.ts';
import { unitOfTool } from './tool-units.ts';

/** Of a column's profile, what planning needs. */
export interface MeasuredColumn {
  /** Distinct values, all of them listed in `frequent` when they are at most a hundred and `distinctExact`. */
  distinct: number;
  distinctExact: boolean;
  frequent: readonly { value: string; count: number }[];
  /** The first distinct values. */
  samples?: readonly string[];
  minNumber: number | null;
  maxNumber: number | null;
  types: { text: number; number: number };
  multiValued: Readonly<Record<string, number>>;
}

/** The unit of the numbers that have none: from the header or a row of units below it, else from a column of units beside it, else none. */
export function unitOfColumn(
  column: Pick<MappedColumn, 'columnIndex' | 'field'>,
  sheet: Pick<MeasuredSheet, 'headers' | 'columns' | 'sheetName'>,
  ask: Ask,
): string | null {
  const header = sheet.headers[column.columnIndex] ?? '';
  const stated =
    unitOfHeader(column.field.name, header) ??
    unitOfTool(column.field.name, header, sheet)?.unit ??
    unitAtTop(column.field.name, sheet.columns[column.columnIndex]);
  if (stated !== null) return stated;
  askForScale(column, sheet, ask);
  if (!hasUnits(column.field.name) || currencyColumnOf(column, sheet) !== null) return null;
  const beside = unitsBeside(column, sheet);
  const [unit] = beside;
  if (beside.length > 1) {
    const detail = `the column beside it says ${beside.slice(0, 5).join(', ')}`;
    ask({ question: 'unit_varies', count: beside.length, detail });
  }
  return beside.length === 1 && unit !== undefined ? unit : null;
}

/** `GB` as the first value of a column: a row of units below the headers. */
function unitAtTop(field: string, measured: MeasuredColumn | undefined): string | null {
  const [first = '', ...others] = measured?.samples ?? [];
  return others.length > 0 && isUnitOf(field, first.trim()) ? first.trim() : null;
}

/** What an analyst said; a currency leaves to the header how long it is paid for. */
export function unitChosen(
  { columnIndex, field, cleansing }: Pick<MappedColumn, 'columnIndex' | 'field' | 'cleansing'>,
  { headers }: Pick<MeasuredSheet, 'headers'>,
): string | null {
  const chosen = cleansing?.unit ?? null;
  if (chosen === null || field.name !== 'annual_cost' || splitCostPeriod(chosen).period !== null) return chosen;
  const period = costPeriodOfHeader(headers[columnIndex] ?? '');
  return period === null ? chosen : `${chosen} ${inWords(period)}`;
}

/** Whether a column of this header may hold the units of the one beside it. */
export const isUnitHeader = (header: string): boolean => UNIT_HEADER.test(unaccented(header));

const UNIT_HEADER =
  /(?:^|[^\p{L}])(?:units?|uom|einheit(?:en)?|unite|unidad|unita|eenheid|currency|wahrung|devise|moneda|valuta)(?:$|[^\p{L}])/iu;

/** Different units in the column to the right, else to the left, whose header says that it holds units and that holds nothing else. */
function unitsBeside(
  { columnIndex, field }: Pick<MappedColumn, 'columnIndex' | 'field'>,
  sheet: Pick<MeasuredSheet, 'headers' | 'columns'>,
): string[] {
  for (const index of [columnIndex + 1, columnIndex - 1]) {
    const measured = sheet.columns[index];
    if (measured === undefined || !isUnitHeader(sheet.headers[index] ?? '')) continue;
    const values = measured.frequent.map(({ value }) => value.trim());
    const isWhole = measured.distinctExact && measured.distinct === values.length;
    if (isWhole && values.length > 0 && values.every((value) => isUnitOf(field.name, value)))
      return [...new Map(values.map((value) => [value.toLowerCase(), value])).values()];
  }
  return [];
}

const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Per cents that never leave 0 to 1 are shares of one, or very idle machines: the figures alone do not say. */
function askForScale(
  column: Pick<MappedColumn, 'columnIndex' | 'field'>,
  sheet: Pick<MeasuredSheet, 'columns'>,
  ask: Ask,
): void {
  const measured = sheet.columns[column.columnIndex];
  if (measured === undefined || !isUnitOf(column.field.name, 'fraction') || !isMaybeShares(measured)) return;
  const { minNumber, maxNumber } = measured;
  const count = measured.frequent.reduce((sum, value) => sum + value.count, 0);
  ask({ question: 'percent_scale', count, detail: `all figures are from ${minNumber} to ${maxNumber}` });
}

export function isMaybeShares({ minNumber, maxNumber }: MeasuredColumn): boolean {
  return minNumber !== null && maxNumber !== null && minNumber >= 0 && maxNumber <= 1 && maxNumber !== 0;
}
