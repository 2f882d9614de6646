import { beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { buildColumns } from '#shared/column-keys.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { describeWithRealData, realData } from '#test/harness/real-data.ts';
import type { ColumnProfile } from './column-profile.ts';
import { createSheetProfiler } from './column-profiler.ts';

const WORKBOOK = 'RVTools-SizingWorkshop.xlsx';
const BATCH_ROWS = 500;

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`a cell of a kind this sheet does not have: ${JSON.stringify(value)}`);
}

/** Every figure is computed a second time, the plain way, from all cells at once. */
describeWithRealData(WORKBOOK, 'the profiles of a real sheet of 3,503 rows, 805 of them with values', () => {
  let headers: string[] = [];
  let rows: Cell[][] = [];
  let profiles: ColumnProfile[] = [];

  beforeAll(async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(realData(WORKBOOK));
    const sheet = workbook.getWorksheet('vInfo');
    if (sheet === undefined) throw new Error('the workbook has no sheet vInfo');
    // It looks through all cells for this: once is enough.
    const { columnCount } = sheet;
    const read = (row: number): Cell[] =>
      Array.from({ length: columnCount }, (_, index) => cellOf(sheet.getCell(row, index + 1).value));
    headers = read(1).map(cellText);
    rows = Array.from({ length: sheet.rowCount - 1 }, (_, index) => read(index + 2));
    const profiler = createSheetProfiler(buildColumns(headers));
    for (let at = 0; at < rows.length; at += BATCH_ROWS)
      profiler.add(rows.slice(at, at + BATCH_ROWS).map((cells) => ({ cells })));
    profiles = profiler.profiles();
  });

  test('cover every column and every row', () => {
    expect(profiles).toHaveLength(14);
    expect(profiles.map((profile) => profile.header)).toEqual(headers);
    expect(new Set(profiles.map((profile) => profile.rows))).toEqual(new Set([3_503]));
  });

  test('have exact blanks, types, distinct values, lengths, first and most frequent values', () => {
    profiles.forEach((profile, index) => {
      const filled = rows
        .map((row) => row[index] ?? null)
        .filter((cell) => cell !== null && cellText(cell).trim() !== '');
      const texts = filled.map(cellText);
      const counts = new Map<string, number>();
      for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
      const lengths = texts.map((text) => text.length);
      expect(profile).toMatchObject({
        blank: rows.length - filled.length,
        types: {
          text: filled.filter((cell) => typeof cell === 'string').length,
          number: filled.filter((cell) => typeof cell === 'number').length,
          boolean: filled.filter((cell) => typeof cell === 'boolean').length,
          date: 0,
          error: 0,
        },
        distinct: counts.size,
        distinctExact: true,
        minLength: filled.length === 0 ? 0 : Math.min(...lengths),
        maxLength: Math.max(0, ...lengths),
        samples: [...counts.keys()].slice(0, 10),
        frequent: [...counts]
          .sort((a, b) => b[1] - a[1])
          .slice(0, counts.size <= 100 ? 100 : 10)
          .map(([value, count]) => ({ value, count })),
      });
    });
  });

  test('have the smallest and largest number', () => {
    profiles.forEach((profile, index) => {
      const numbers = rows.map((row) => row[index]).filter((cell) => typeof cell === 'number');
      if (numbers.length === 0 || profile.types.text > 0) return;
      expect([profile.minNumber, profile.maxNumber]).toEqual([Math.min(...numbers), Math.max(...numbers)]);
    });
    expect(profiles.filter((profile) => profile.types.number > 0).length).toBeGreaterThan(3);
  });
});
