/** What was measured of one column over the rows that were read. Plain data: stored, sent to engines, shown to people. */
export interface ColumnProfile {
  columnIndex: number;
  header: string;
  /** Rows read; every other count is at most this. */
  rows: number;
  blank: number;
  /** Cells per type, blanks left out. */
  types: { text: number; number: number; boolean: number; date: number; error: number };
  /** Distinct non-blank values, exact up to `distinctLimit`, then that limit with `distinctExact` false. */
  distinct: number;
  distinctExact: boolean;
  /** Of the values as text. */
  minLength: number;
  maxLength: number;
  averageLength: number;
  /** Of number cells and of text that is wholly a number; null when there are none. */
  minNumber: number | null;
  maxNumber: number | null;
  /** The largest number below `maxNumber`; null when there is none. */
  nextLargest: number | null;
  /** How many non-blank cells each value detector recognised: ipv4, mac, uuid, fqdn, hostname, email, os, version, date_text … */
  detected: Record<string, number>;
  /** Cells that hold several values, by separator: `;`, `,`, `|`, newline. */
  multiValued: Record<string, number>;
  /**
   * The most frequent values with their counts, most frequent first; ties in order of first appearance. All of them
   * when there are at most 100, else 10. Exact while
   * `distinctExact`; beyond it, among the values that appeared first. Empty when the header names a secret.
   */
  frequent: { value: string; count: number }[];
  /** The first distinct non-blank values in row order, at most 10, cut at 120 characters; none of a secret. */
  samples: string[];
}
