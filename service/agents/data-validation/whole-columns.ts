import type { ColumnPart, TypeRows } from './column-checks.ts';
import type { FindingCollector, FoundCell } from './finding-collector.ts';
import { repeatsOf, type RepeatPart } from './repeat-search.ts';

/** A type in fewer cells than this share of a column stands out. */
const MINORITY = 0.2;

const toBeRead = (rows: readonly number[]): FoundCell[] => rows.map((rowNumber) => ({ rowNumber, value: null }));

/** Reports what only the whole column shows, out of its parts in row order. */
export function checkWholeColumn(
  columnIndex: number,
  parts: readonly ColumnPart[],
  { rows, isSecret, collector }: { rows: number; isSecret: boolean; collector: FindingCollector },
): void {
  const filled = parts.reduce((sum, part) => sum + part.filled, 0);
  // Values under a header of secrets are not sent, so that nothing arrived says nothing about the sheet.
  if (filled === 0 && rows > 0 && !isSecret) collector.addCounted({ code: 'empty_column', columnIndex, count: rows });
  checkRepeats(
    columnIndex,
    parts.flatMap(({ repeats }) => repeats ?? []),
    collector,
  );
  const [, ...minority] = typesOf(parts);
  const count = minority.reduce((sum, type) => sum + type.count, 0);
  if (count === 0 || count > filled * MINORITY) return;
  const cells = toBeRead(minority.flatMap((type) => type.rows).sort((a, b) => a - b));
  collector.addCounted({ code: 'mixed_types', columnIndex, count, cells });
}

function checkRepeats(columnIndex: number, parts: readonly RepeatPart[], collector: FindingCollector): void {
  const { count, notCompared, rows } = repeatsOf(parts);
  if (notCompared > 0) collector.addCounted({ code: 'duplicates_not_checked', columnIndex, count: notCompared });
  if (count > 0) collector.addCounted({ code: 'duplicate_identifier', columnIndex, count, cells: toBeRead(rows) });
}

/** The most frequent first. */
function typesOf(parts: readonly ColumnPart[]): TypeRows[] {
  const types: TypeRows[] = [];
  for (const part of parts)
    part.types.forEach(({ count, rows }, type) => {
      const known = (types[type] ??= { count: 0, rows: [] });
      known.count += count;
      known.rows.push(...rows);
    });
  return types.sort((a, b) => b.count - a.count);
}
