import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { CleansedValue } from './cleansed.ts';
import type { CleansingPlan } from './cleansing-plan.ts';
import { createColumnCleanser } from './column-cleanser.ts';
import type { MappedColumn, OpenQuestion } from './plan-columns.ts';

/** Fields of which a thing has one value: another one is another thing's. */
const ONE_A_THING = new Set(['hostname', 'fqdn', 'serial_number']);

/** How often a second column of such a field says something else than the first. Plain data; parts of a sheet add up. */
export interface SecondColumn {
  columnIndex: number;
  first: number;
  /** Rows in which both say something. */
  compared: number;
  differing: number;
}

type Mapped = Pick<MappedColumn, 'columnIndex' | 'field' | 'isSecondary'>;

/** The second columns of a sheet, before anything is read. */
export function secondColumns(mapped: readonly Mapped[]): SecondColumn[] {
  return mapped.flatMap(({ columnIndex, field, isSecondary }) => {
    if (!isSecondary || !ONE_A_THING.has(field.name)) return [];
    const first = mapped.find((other) => other.field.name === field.name && !other.isSecondary);
    return first === undefined ? [] : [{ columnIndex, first: first.columnIndex, compared: 0, differing: 0 }];
  });
}

export function createSecondColumnReader(mapped: readonly Mapped[]) {
  const readers = secondColumns(mapped).map((column) => {
    const field = mapped.find(({ columnIndex }) => columnIndex === column.columnIndex)?.field;
    if (field === undefined) throw new Error('A column that is not mapped has no second one.');
    const { name, type: fieldType } = field;
    const plan = { field: name, fieldType, isSecondary: false, options: {}, separator: null, valueDecisions: [] };
    const readFirst = createColumnCleanser({ ...plan, columnIndex: column.first });
    const readSecond = createColumnCleanser({ ...plan, columnIndex: column.columnIndex });
    return { column, readFirst, readSecond };
  });
  return {
    add: (cells: readonly Cell[]): void => {
      for (const { column, readFirst, readSecond } of readers) {
        const first = nameIn(readFirst(cells[column.first] ?? null).value);
        const second = nameIn(readSecond(cells[column.columnIndex] ?? null).value);
        if (first === null || second === null) continue;
        column.compared += 1;
        if (!isSameName(first, second)) column.differing += 1;
      }
    },
    counted: (): SecondColumn[] => readers.map(({ column }) => column),
  };
}

export function mergeSecondColumns(parts: readonly (readonly SecondColumn[])[]): SecondColumn[] {
  const merged = new Map<number, SecondColumn>();
  for (const one of parts.flat()) {
    const sum = merged.get(one.columnIndex) ?? { ...one, compared: 0, differing: 0 };
    sum.compared += one.compared;
    sum.differing += one.differing;
    merged.set(one.columnIndex, sum);
  }
  return [...merged.values()];
}

function nameIn(value: CleansedValue): string | null {
  if (typeof value === 'string') return value.toLowerCase();
  return value !== null && typeof value === 'object' && 'host' in value ? value.host : null;
}

/** NetBIOS cuts names after 15 characters. */
const isSameName = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/**
 * Leaves aside second columns that name another thing in most rows, as of two tables side by side, and with each the
 * columns after it that repeat a header of a column before it.
 */
export function withoutOtherThings(
  { plan, open }: { plan: CleansingPlan; open: OpenQuestion[] },
  seconds: readonly SecondColumn[],
  columns: readonly { header: string; key: string }[],
): { plan: CleansingPlan; open: OpenQuestion[] } {
  const others = seconds.filter(({ compared, differing }) => 2 * differing > compared);
  if (others.length === 0) return { plan, open };
  const names = (index: number): string => `"${columns[index]?.key ?? ''}"`;
  const headerOf = (index: number): string => columns[index]?.header.trim().toLowerCase() ?? '';
  const repeats = (index: number, start: number): boolean =>
    plan.columns.some(({ columnIndex }) => columnIndex < start && headerOf(columnIndex) === headerOf(index));
  const withEach = others.map(({ columnIndex: start }) =>
    plan.columns
      .map(({ columnIndex }) => columnIndex)
      .filter((index) => index === start || (index > start && repeats(index, start))),
  );
  const left = new Set(withEach.flat());
  const asked = others.map(({ columnIndex, first, compared, differing }, at): OpenQuestion => {
    const more = (withEach[at] ?? []).filter((index) => index !== columnIndex).map(names);
    const beside = more.length === 0 ? '' : `; left out with it: ${more.join(', ')}`;
    const detail = `${names(columnIndex)} differs from ${names(first)} in ${differing} of ${compared} rows${beside}`;
    return { columnIndex, question: 'another_thing', count: differing, detail };
  });
  const marked = plan.columns.map((column) =>
    left.has(column.columnIndex) ? { ...column, isOfAnotherThing: true } : column,
  );
  return { plan: { ...plan, columns: marked }, open: [...open, ...asked] };
}
