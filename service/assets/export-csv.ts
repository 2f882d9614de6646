import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { ExportCell, ExportTable } from './export-table.ts';

/**
 * RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the local code page. A text that a spreadsheet
 * would run as a formula gets an apostrophe before it (OWASP, CSV injection); numbers stay numbers.
 */
export function csvFile(table: ExportTable): Readable {
  const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows', cast: { boolean: String } });
  pipeline(Readable.from(recordsOf(table)), csv, () => undefined);
  return csv;
}

/** Nothing comes before the first batch is read: what fails until then is an answer, not a file that breaks off. */
async function* recordsOf({ headers, rows }: ExportTable): AsyncGenerator<readonly ExportCell[]> {
  let hasBegun = false;
  for await (const batch of rows) {
    if (!hasBegun) yield headers;
    hasBegun = true;
    yield* batch;
  }
  if (!hasBegun) yield headers;
}
