import { FILE_MAX_BYTES } from '#shared/limits.ts';
import { parseCsv } from './parse-csv.ts';
import { parseXlsx } from './parse-xlsx.ts';
import type { ParsedWorkbook } from './parsed-workbook.ts';
import { WorkbookError } from './workbook-port.ts';

const ZIP = [0x50, 0x4b];
/** The container of old .xls files and of password-protected .xlsx files. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const AT_LEAST = 'Choose a file with at least a header row and one row below it.';

/** Name of the part that holds an encrypted workbook, as the OLE container spells it. */
const ENCRYPTED_PART = [...'EncryptedPackage'].join('\0');

/** Before a byte is read: a file too large would fill the memory first. @throws WorkbookError too_large_to_read */
export function refuseTooLarge(sizeBytes: number): void {
  if (sizeBytes <= FILE_MAX_BYTES) return;
  throw new WorkbookError(
    'too_large_to_read',
    `The file is larger than ${FILE_MAX_BYTES / 1024 / 1024} MB.`,
    'Open it in Excel and import from the add-in there.',
  );
}

/** Runs in a Web Worker and in Node alike. @throws WorkbookError */
export async function parseFile(bytes: ArrayBuffer, name: string): Promise<ParsedWorkbook> {
  if (bytes.byteLength === 0) throw new WorkbookError('unreadable_file', 'The file is empty.', AT_LEAST);
  refuseTooLarge(bytes.byteLength);
  const workbook = await parse(bytes, name);
  if (workbook.sheets.length > 0) return workbook;
  if (startsWith(bytes, ZIP))
    throw new WorkbookError(
      'unreadable_file',
      'No visible sheet of the file holds a value.',
      'Choose another file, or unhide the sheet in Excel.',
    );
  throw new WorkbookError('unreadable_file', 'The file holds no value.', AT_LEAST);
}

function parse(bytes: ArrayBuffer, name: string): Promise<ParsedWorkbook> | ParsedWorkbook {
  if (startsWith(bytes, OLE)) {
    if (new TextDecoder('latin1').decode(bytes).includes(ENCRYPTED_PART)) {
      throw new WorkbookError(
        'unsupported_file',
        'This workbook is protected by a password.',
        'Open it in Excel, remove the password under File > Info > Protect Workbook, save it, and choose it again.',
      );
    }
    throw new WorkbookError(
      'unsupported_file',
      'This is an old .xls workbook, or one with a password.',
      'Open it in Excel and save it as .xlsx without a password.',
    );
  }
  if (startsWith(bytes, ZIP)) return parseXlsx(bytes);
  if (/\.(csv|tsv|txt)$/i.test(name)) return parseCsv(bytes, name);
  if (/\.xls[xm]?$/i.test(name))
    throw new WorkbookError(
      'unsupported_file',
      `"${name}" is no workbook, whatever its name says.`,
      'Open it in Excel, save it as .xlsx, and choose that file.',
    );
  throw new WorkbookError(
    'unsupported_file',
    `"${name}" is neither .xlsx nor .csv.`,
    'Save the sheet as .xlsx or .csv and choose that file.',
  );
}

function startsWith(bytes: ArrayBuffer, magic: readonly number[]): boolean {
  const head = new Uint8Array(bytes, 0, Math.min(magic.length, bytes.byteLength));
  return magic.every((byte, index) => head[index] === byte);
}
