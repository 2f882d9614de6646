import type { ColumnFacts } from './column-facts.ts';

/** Columns that look like secrets and that the analyst ticked, under the headers they had then: under others no tick counts. */
export interface Released {
  headers: string;
  columns: ReadonlySet<number>;
}

export const NONE_RELEASED: Released = { headers: '', columns: new Set() };

/** Columns that look like secrets and are not ticked: their values stay here. */
export function withheldOf(columns: readonly ColumnFacts[], released: Released): ReadonlySet<number> {
  const ticked = tickedIn(columns, released);
  return new Set(columns.filter(({ isSecretLooking, index }) => isSecretLooking && !ticked.has(index)).map(indexOf));
}

export function withTick(
  columns: readonly ColumnFacts[],
  released: Released,
  { index, isTicked }: { index: number; isTicked: boolean },
): Released {
  const ticked = new Set(tickedIn(columns, released));
  if (isTicked) ticked.add(index);
  else ticked.delete(index);
  return { headers: headersOf(columns), columns: ticked };
}

function tickedIn(columns: readonly ColumnFacts[], released: Released): ReadonlySet<number> {
  return released.headers === headersOf(columns) ? released.columns : NONE_RELEASED.columns;
}

const indexOf = ({ index }: ColumnFacts): number => index;
const headersOf = (columns: readonly ColumnFacts[]): string => JSON.stringify(columns.map(({ header }) => header));
