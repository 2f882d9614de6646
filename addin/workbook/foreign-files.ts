import { WorkbookError } from './workbook-port.ts';

/** Characters of a text that are looked at. */
const JUDGED_LETTERS = 64 * 1024;
/** Signs no sheet has: control characters without tab, line ends, form feeds and escape. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
/** A stray one may come out of any system; a picture has one in ten. */
const STRAY_MAX = 3;
const STRAY_SHARE_MAX = 0.02;

const SAVE_AGAIN = 'Open it in the program it comes from, and save the sheet there as .xlsx or as CSV (UTF-8).';

const texts: readonly (readonly [begins: RegExp, kind: string, advice: string])[] = [
  [
    /^\s*<(!doctype html|html|head|body|table)\b/i,
    'a web page',
    'If it asks you to sign in, do so and export again. If it shows the sheet, open it in Excel and save it as .xlsx.',
  ],
  [/^\s*<\?xml\b/i, 'XML', 'Open it in Excel and save it as .xlsx, or export the sheet as .xlsx or .csv.'],
  [/^%PDF-/, 'a PDF', 'A PDF has no cells: export the sheet itself as .xlsx or .csv.'],
  [/^\{\\rtf/, 'a text document', SAVE_AGAIN],
  [
    /^\s*(\[\s*)?\{\s*"/,
    'JSON',
    'Export the list as .csv, or open it in Excel under Data > Get Data and save it as .xlsx.',
  ],
];

/**
 * Refuses what is called .csv and is none: it would be cut into cells, and nothing said that they mean nothing.
 *
 * @throws WorkbookError unsupported_file
 */
export function refuseForeignText(text: string, name: string): void {
  const judged = text.slice(0, JUDGED_LETTERS);
  for (const [begins, kind, advice] of texts)
    if (begins.test(judged)) throw new WorkbookError('unsupported_file', `"${name}" is ${kind}, not a CSV.`, advice);
  const strays = judged.match(NO_TEXT)?.length ?? 0;
  if (strays > STRAY_MAX && strays > judged.length * STRAY_SHARE_MAX)
    throw new WorkbookError('unsupported_file', `"${name}" is no text, whatever its name says.`, SAVE_AGAIN);
}

const archives: readonly (readonly [part: string, message: string, advice: string])[] = [
  ['xl/workbook.bin', 'This is an .xlsb workbook.', 'Open it in Excel, save it as .xlsx, and choose that file.'],
  [
    'mimetypeapplication/vnd.oasis.opendocument',
    'This is an OpenDocument file (.ods).',
    'Open it in Excel or LibreOffice, save it as .xlsx, and choose that file.',
  ],
  [
    'Index/Document.iwa',
    'This is a file of Numbers, Pages or Keynote.',
    'Export it from there to Excel or CSV, and choose that file.',
  ],
  [
    'word/document.xml',
    'This is a Word document.',
    'Copy its table into Excel, save it as .xlsx, and choose that file.',
  ],
];

/** What an archive without a sheet is, by the names of its parts, which stand in it as they are. */
export function archiveWithoutSheet(bytes: ArrayBuffer): WorkbookError {
  const names = new TextDecoder('latin1').decode(bytes);
  const [, message, advice] = archives.find(([part]) => names.includes(part)) ?? [
    '',
    'This is an archive and holds no .xlsx sheet.',
    'Unpack it and choose the .xlsx or .csv in it.',
  ];
  return new WorkbookError('unsupported_file', message, advice);
}
