/** A sheet's column: its position (from 0), its exact header, and the key under which a JSON reader finds its cells. */
export interface Column {
  index: number;
  header: string;
  key: string;
}

/**
 * Keys for columns: the header itself where it is unique, `Column 3` for an empty one, and ` (2)`, ` (3)` … behind
 * doubled ones, skipping any that some other header already carries. Linear in the number of columns for usual sheets.
 */
export function buildColumns(headers: readonly string[]): Column[] {
  const taken = new Set(headers);
  const used = new Set<string>();
  const nextNumber = new Map<string, number>();
  return headers.map((header, index) => {
    const wanted = header.trim() === '' ? `Column ${index + 1}` : header;
    const key =
      used.has(wanted) || (wanted !== header && taken.has(wanted)) ? freeKey(wanted, taken, used, nextNumber) : wanted;
    used.add(key);
    return { index, header, key };
  });
}

function freeKey(wanted: string, taken: Set<string>, used: Set<string>, nextNumber: Map<string, number>): string {
  let number = nextNumber.get(wanted) ?? 2;
  while (used.has(`${wanted} (${number})`) || taken.has(`${wanted} (${number})`)) number += 1;
  nextNumber.set(wanted, number + 1);
  return `${wanted} (${number})`;
}
