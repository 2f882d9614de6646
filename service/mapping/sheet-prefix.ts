/** Fewer columns than this have no prefix in common but by chance. */
const COLUMNS_MIN = 5;
/** Share of the columns that must carry it. */
const SHARE_MIN = 0.6;
/** Longer ones name more than the table. */
const PREFIX_MAX_CHARACTERS = 40;

/**
 * Exports of joined tables write the table before every column (`system.name`, `Computers: Name`, `vm_cpus`). A
 * beginning that most columns of a sheet share says nothing about the single one: it is cut off.
 */
export function withoutSheetPrefix(headers: readonly string[]): readonly string[] {
  if (headers.length < COLUMNS_MIN) return headers;
  const counts = new Map<string, number>();
  for (const header of headers) {
    const prefix = prefixOf(header);
    if (prefix !== null) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [common] = [...counts].filter(([, count]) => count >= SHARE_MIN * headers.length);
  if (common === undefined) return headers;
  return headers.map((header) =>
    prefixOf(header) === common[0] ? header.trimStart().slice(common[0].length) : header,
  );
}

/** Up to the first separator that is followed by something. */
function prefixOf(header: string): string | null {
  const match = /^[\p{L}\d]+(?:\s?[:/]\s|\.|_|\s-\s)(?=\S)/u.exec(header.trimStart().slice(0, PREFIX_MAX_CHARACTERS));
  return match?.[0] ?? null;
}
