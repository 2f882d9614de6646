import Papa from 'papaparse';

const CANDIDATES = [',', ';', '\t', '|'];
const ROWS_LOOKED_AT = 50;

/**
 * The delimiter that cuts most of the first rows into the same number of cells, the most cells among equals; a comma when
 * none cuts anything. papaparse's own guess counts the blank after the last line end as a row, and so takes a short list
 * of two columns for one.
 */
export function findDelimiter(text: string): string {
  let best = { delimiter: ',', share: 0, width: 1 };
  for (const delimiter of CANDIDATES) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: ROWS_LOOKED_AT, skipEmptyLines: 'greedy' });
    const { width, share } = commonWidth(data.map((row) => row.length));
    if (width > 1 && (share > best.share || (share === best.share && width > best.width)))
      best = { delimiter, share, width };
  }
  return best.delimiter;
}

/** The width most rows have, and which part of the rows has it. */
function commonWidth(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].sort(([a, rowsA], [b, rowsB]) => rowsB - rowsA || b - a)[0] ?? [1, 0];
  return { width, share: count / Math.max(1, widths.length) };
}
