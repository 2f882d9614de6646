import Papa from 'papaparse';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { findDelimiter } from './csv-delimiter.ts';
import { refuseForeignText } from './foreign-files.ts';
import { NOTHING_MARKED, usedRange, type ParsedWorkbook } from './parsed-workbook.ts';
import { WorkbookError } from './workbook-port.ts';

/** What DOS and systems after it close a text with. */
// oxlint-disable-next-line no-control-regex -- it is what is looked for
const END_MARK = /\u001a+$/;

/**
 * Reads a .csv. Every cell is the text in the file: a CSV has no types, and guessing would lose leading zeros of asset
 * tags. The delimiter is the one a first line `sep=;` announces (no row, as in Excel), else found by looking; the encoding
 * by its mark, else UTF-16 where every other byte is zero, else UTF-8, else Windows-1252, and then it says so.
 *
 * @throws WorkbookError unreadable_file, with the row where the quotes go wrong; unsupported_file for what is no CSV
 */
export function parseCsv(bytes: ArrayBuffer, name: string): ParsedWorkbook {
  const { text, note } = decode(bytes);
  const announced = /^sep=(.)(\r\n|\r|\n)/.exec(text);
  const body = (announced === null ? text : text.slice(announced[0].length)).replace(END_MARK, '');
  refuseForeignText(body, name);
  const delimiter = announced?.[1] ?? findDelimiter(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) {
    throw new WorkbookError(
      'unreadable_file',
      `The quotes of row ${(broken.row ?? 0) + 1} do not match.`,
      'Correct that row, or save the file as CSV again from the program it came from.',
    );
  }
  const cells = new Map(data.map((row, index) => [index + 1, row.map((text): Cell => (text === '' ? null : text))]));
  const sheet = usedRange(name.replace(/\.[^.]*$/, ''), cells, { marks: NOTHING_MARKED, lastRow: 0 });
  return { dateSystem: '1900', note, hiddenSheets: [], sheets: sheet === null ? [] : [sheet] };
}

function decode(bytes: ArrayBuffer): { text: string; note: string | null } {
  const utf16 = utf16Order(new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength)));
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), note: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      note: 'The file is no UTF-8; it was read as Windows-1252. Check letters such as ä or é.',
    };
  }
}

/** By its mark, or by the zeros beside the first two letters of a header in a Latin script. */
function utf16Order([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && fourth === 0 && first !== 0) return 'utf-16le';
  if (first === 0 && third === 0 && second !== 0) return 'utf-16be';
  return null;
}
