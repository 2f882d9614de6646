import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { textOfCell, type ExportCell, type ExportDate, type ExportMoney, type ExportTable } from './export-table.ts';

/** What makes a spreadsheet run a text as a formula, also in full width, and what may stand before it. */
const BEGINS_FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+@\-\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
/**
 * Where the list separator is a semicolon or a tab, Excel takes a text apart there, and at line breaks, whatever quotes
 * stand around it: they do not begin a field of its reading. What may part two fields, and the sign behind it if one is.
 * A list of `- patch` lines is written so too: Excel passes over the space, and would run `- cmd|…` behind a line break.
 * And where a quote is: the file doubles it, and at the beginning of a field two quotes are an empty text that the rest
 * of the field is put behind.
 */
const PARTED = /([;"\s\p{Cc}\p{Cf}]+)([=+@\-\uff1d\uff0b\uff0d\uff20]?)/gu;
const PARTS = /[;\t\r\n]/;

/**
 * RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the local code page. A text that a spreadsheet
 * would run as a formula gets an apostrophe before it (OWASP, CSV injection); numbers stay numbers.
 */
export function csvFile(table: ExportTable): Readable {
  const csv = stringify({
    bom: true,
    record_delimiter: 'windows',
    // A lone line end is none of this file's own, but readers take it for one.
    quoted_match: /[\r\n]/,
    cast: {
      boolean: String,
      string: withoutFormulas,
      object: (cell) => withoutFormulas(textOfCell(cell as unknown as ExportDate | ExportMoney)),
    },
  });
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

function withoutFormulas(text: string): string {
  const inside = text.replace(PARTED, (whole, between: string, sign: string) =>
    sign !== '' && PARTS.test(between) ? `${between}'${sign}` : whole,
  );
  return BEGINS_FORMULA.test(text) ? `'${inside}` : inside;
}
