/** The length of support for one release of a product, and its source. Dates are ISO 8601; null: not known. */
export interface LifecycleRow {
  /** The product as cleansing calls it: `windows_server`, `rhel`, `sql_server` …. */
  family: string;
  version: string;
  released: string | null;
  /** Last day of changes beyond security. */
  active_until: string | null;
  /** Last day of security updates everybody gets. */
  security_until: string | null;
  /** Last day of security updates that have to be bought, or are free but not the maker's own (`isExtendedFree`). */
  extended_until: string | null;
  source: string | null;
  note: string | null;
  /** The source is second-hand, planned long ago or contradicted elsewhere. */
  is_weak: boolean;
  /** When this row was last compared with its source. */
  as_of: string;
}

/** Debian's LTS costs nothing; every other extended support has to be bought. */
export const isExtendedFree = (rows: readonly Pick<LifecycleRow, 'note'>[]): boolean =>
  rows.length > 0 && rows.every(({ note }) => /(?:^|; )extended=LTS(?:;|$)/.test(note ?? ''));

/** One row a line, so that a change of the file reads as the change of a row. */
export function formatLifecycle(rows: readonly LifecycleRow[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}
