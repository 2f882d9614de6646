import { isJsonText } from '../engine-parts/json-text.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { cleanseOwn } from './cleanse.ts';
import { cleansed, isList, quoted, unsaid, type Cleansed, type CleansedItem } from './cleansed.ts';
import type { ColumnPlan } from './cleansing-plan.ts';
import { memoised } from './value-memo.ts';

export type ColumnCleanser = (cell: Cell) => Cleansed;

/** Reads as `columnReader` does, each different cell once; answers are shared, so never change one. */
export const createColumnCleanser = (column: ColumnPlan): ColumnCleanser => memoised(columnReader(column));

/**
 * Reads the cells of one column by its plan: what an analyst decided of a value first, then several values one by one,
 * else the rule of the field.
 */
export function columnReader(column: ColumnPlan): ColumnCleanser {
  const decisions = new Map(column.valueDecisions);
  const readOne = (cell: Cell): Cleansed => cleanseOwn(column, cell, column.options);
  return (cell) => {
    if (decisions.size > 0) {
      const text = cellText(cell);
      const target = decisions.get(text);
      if (target !== undefined) return decided(text, target, readOne);
    }
    if (typeof cell === 'string' && cell.trim() === column.options.unit)
      return unsaid('unit-alone', `${quoted(cell.trim())} is the unit of the column.`);
    const parts = partsOf(cell, column.separator);
    return parts === null ? readOne(cell) : readParts(parts.map(readOne), parts);
  };
}

/** The decided value in the form the field keeps it in: `virtual` of `is_virtual` is true. */
function decided(text: string, target: string | null, readOne: ColumnCleanser): Cleansed {
  if (target === null) return unsaid('decided-by-analyst', `${quoted(text)} says nothing, as an analyst approved.`);
  return cleansed(
    readOne(target).value ?? target,
    'decided-by-analyst',
    `${quoted(text)} is ${target}, as an analyst approved.`,
  );
}

/** The texts between separators, or null where the cell holds one value. */
function partsOf(cell: Cell, separator: string | null): string[] | null {
  if (separator === null || typeof cell !== 'string' || !cell.includes(separator) || isJsonText(cell)) return null;
  const parts = cell.split(separator).filter((part) => part.trim() !== '');
  return parts.length === 0 ? null : parts;
}

/**
 * Several values of one cell. Each is a value of its own, also a structured one (an operating system, an amount of
 * money): nothing is added up or joined. Equal ones count once; what says nothing is left out and named.
 */
function readParts(read: readonly Cleansed[], parts: readonly string[]): Cleansed {
  const items = distinct(read.flatMap(({ value }) => (value === null ? [] : isList(value) ? value : [value])));
  const silent = read.findIndex(({ value }) => value === null);
  const [first] = items;
  if (first === undefined) return read[0] ?? unsaid('blank', 'The cell is blank.');
  const without = silent < 0 ? '' : ` Without ${quoted(parts[silent]?.trim() ?? '')}: ${read[silent]?.reason}`;
  const value = items.length === 1 ? first : items;
  const count = items.length === 1 ? 'One value' : `${items.length} values`;
  return cleansed(value, silent < 0 ? 'list' : 'list-partly', `${count} of ${parts.length} in the cell.${without}`);
}

function distinct(items: readonly CleansedItem[]): CleansedItem[] {
  const byForm = new Map(items.map((item) => [typeof item === 'object' ? JSON.stringify(item) : item, item]));
  return [...byForm.values()];
}
