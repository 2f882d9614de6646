import Papa from 'papaparse';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { findDelimiter } from './csv-delimiter.ts';
import { refuseForeignText } from './foreign-files.ts';
import { NOTHING_MARKED, usedRange, type ParsedWorkbook, type SheetCells } from './parsed-workbook.ts';
import { ReadingRoom } from './reading-room.ts';
import { WorkbookError } from './workbook-port.ts';

/** What DOS and systems after it close a text with. */
const END_MARK = '\u001a';

/** What the encoding is told from. */
const HEAD_BYTES = 4_096;
/** Of so many bytes of UTF-16 one is zero at least: cells are short, and delimiters stand between. */
const ZEROS_EVERY = 40;

/**
 * Reads a .csv. Every cell is the text in the file: a CSV has no types, and guessing would lose leading zeros of asset
 * tags. The delimiter is the one a first line `sep=;` announces (no row, as in Excel), else found by looking; the encoding
 * by its mark, else UTF-16 by its zero bytes, else UTF-8, else Windows-1252, and then it says so.
 *
 * @throws WorkbookError unreadable_file, with the row where the quotes go wrong; unsupported_file for what is no CSV
 */
export function parseCsv(bytes: ArrayBuffer, name: string): ParsedWorkbook {
  const { text, note } = decode(bytes);
  const announced = /^sep=(.)(\r\n|\r|\n)/.exec(text);
  const body = withoutEndMarks(announced === null ? text : text.slice(announced[0].length));
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
  const title = name.replace(/\.[^.]*$/, '');
  const sheet = usedRange(title, cellsOf(data, title), { marks: NOTHING_MARKED, lastRow: 0 });
  return { dateSystem: '1900', note, hiddenSheets: [], unreadableSheets: [], sheets: sheet === null ? [] : [sheet] };
}

/** From the end: a pattern would begin at each mark of a long run that ends nothing. */
function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === END_MARK) end -= 1;
  return text.slice(0, end);
}

/** @throws WorkbookError too_large_to_read */
function cellsOf(data: readonly (readonly string[])[], title: string): SheetCells {
  const room = new ReadingRoom();
  room.begin(title);
  return new Map(
    data.map((texts, index) => {
      const [row, first] = [index + 1, texts.findIndex((text) => text !== '') + 1];
      if (first > 0) room.extend({ row, first, last: texts.findLastIndex((text) => text !== '') + 1 });
      return [row, { firstColumn: 1, cells: texts.map((text): Cell => (text === '' ? null : text)) }];
    }),
  );
}

function decode(bytes: ArrayBuffer): { text: string; note: string | null } {
  const utf16 = utf16Order(new Uint8Array(bytes, 0, Math.min(HEAD_BYTES, bytes.byteLength)));
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

/**
 * By its mark, or by the zeros: of each letter, digit and delimiter of Latin scripts one byte is zero, always on the same
 * side, and of the letters of other scripts next to none.
 */
function utf16Order(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = { even: 0, odd: 0 };
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1;
  const areMostly = (side: number, other: number): boolean => side * ZEROS_EVERY >= head.length && side >= 4 * other;
  if (areMostly(zeros.odd, zeros.even)) return 'utf-16le';
  return areMostly(zeros.even, zeros.odd) ? 'utf-16be' : null;
}
