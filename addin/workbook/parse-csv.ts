import Papa from 'papaparse';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { usedRange, type ParsedWorkbook } from './parsed-workbook.ts';
import { WorkbookError } from './workbook-port.ts';

/**
 * Reads a .csv. Every cell is the text in the file: a CSV has no types, and guessing would lose leading zeros of asset
 * tags. The delimiter is found by looking; the encoding by its mark, else UTF-8, else Windows-1252, and then it says so.
 *
 * @throws WorkbookError unreadable_file, with the row where the quotes go wrong
 */
export function parseCsv(bytes: ArrayBuffer, name: string): ParsedWorkbook {
  const { text, note } = decode(bytes);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: '', skipEmptyLines: false });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) {
    throw new WorkbookError(
      'unreadable_file',
      `The quotes of row ${(broken.row ?? 0) + 1} do not match.`,
      'Correct that row, or save the file as CSV again from the program it came from.',
    );
  }
  const cells = new Map(data.map((row, index) => [index + 1, cellsOf(row)]));
  const sheet = usedRange(name.replace(/\.[^.]*$/, ''), cells, { hiddenRows: new Set(), lastRow: 0 });
  return { dateSystem: '1900', note, sheets: sheet === null ? [] : [sheet] };
}

function cellsOf(row: readonly string[]): Map<number, Cell> {
  return new Map(row.map((text, index): [number, Cell] => [index + 1, text]).filter(([, text]) => text !== ''));
}

function decode(bytes: ArrayBuffer): { text: string; note: string | null } {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), note: null };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), note: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      note: 'The file is no UTF-8; it was read as Windows-1252. Check letters such as ä or é.',
    };
  }
}
