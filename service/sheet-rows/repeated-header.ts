import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';

/** One cell that says what its column is called may be a name; this many are no accident. */
const CELLS_MIN = 2;

/** Whether a record is the header row once more, as where pages of an export were put one below the other. */
export function headerRowTest(headers: readonly string[]): (cells: readonly Cell[]) => boolean {
  const expected = headers.map(comparable);
  return (cells) => {
    let same = 0;
    for (let index = 0; index < expected.length; index += 1) {
      const cell = cells[index] ?? null;
      if (cell === null || cell === '') continue;
      if (typeof cell === 'number' || comparable(cellText(cell)) !== expected[index]) return false;
      same += 1;
    }
    return same >= CELLS_MIN;
  };
}

const comparable = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
