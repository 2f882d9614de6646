import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { parseFile } from './parse-file.ts';
import { WorkbookError } from './workbook-port.ts';

/** A file's bytes in a buffer of their own, as `file.arrayBuffer()` gives them. */
function bytesOf(...parts: (string | readonly number[] | Uint8Array)[]): ArrayBuffer {
  const whole = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  );
  return new Uint8Array(whole).buffer;
}

async function rowsOfCsv(...parts: Parameters<typeof bytesOf>): Promise<Cell[][] | undefined> {
  return (await parseFile(bytesOf(...parts), 'list.csv')).sheets[0]?.rows;
}

async function rowsOfXlsx(write: (sheet: ExcelJS.Worksheet) => void): Promise<Cell[][] | undefined> {
  const workbook = new ExcelJS.Workbook();
  write(workbook.addWorksheet('Sheet'));
  return (await parseFile(bytesOf(new Uint8Array(await workbook.xlsx.writeBuffer())), 'list.xlsx')).sheets[0]?.rows;
}

/** An archive of one empty part. */
function zipOf(name: string): ArrayBuffer {
  const part = Buffer.from(name);
  const [local, central, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  local.writeUInt32LE(0x04_03_4b_50);
  local.writeUInt16LE(part.length, 26);
  central.writeUInt32LE(0x02_01_4b_50);
  central.writeUInt16LE(part.length, 28);
  end.writeUInt32LE(0x06_05_4b_50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + part.length, 12);
  end.writeUInt32LE(local.length + part.length, 16);
  return bytesOf(local, part, central, part, end);
}

async function failureOf(bytes: ArrayBuffer, name: string): Promise<WorkbookError> {
  const failure: unknown = await parseFile(bytes, name).then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof WorkbookError) return failure;
  throw new Error(`expected a WorkbookError, not ${String(failure)}`);
}

describe('an .xlsx', () => {
  test('gives results for formulas, and a blank where none was saved', async () => {
    const rows = await rowsOfXlsx((sheet) => {
      sheet.addRow(['Sum', 'Text', 'Error', 'Never', 'Day', 'Shared']);
      sheet.addRow([
        { formula: '1+1', result: 2 },
        { formula: '"a"&"b"', result: 'ab' },
        { formula: 'NA()', result: { error: '#N/A' } },
        { formula: 'A1' },
        { formula: 'TODAY()', result: 45_366.123_456_789 },
        'x',
      ]);
      sheet.getCell('E2').numFmt = 'dd/mm/yyyy';
    });
    expect(rows?.[1]).toEqual([
      2,
      'ab',
      { type: 'error', code: '#N/A' },
      null,
      expect.objectContaining({ type: 'date', serial: 45_366.123_456_789 }),
      'x',
    ]);
  });

  test('gives the text of links and rich text, and the value of a merged area once', async () => {
    const rows = await rowsOfXlsx((sheet) => {
      sheet.getCell('A1').value = { text: 'Wiki', hyperlink: 'https://example.org' };
      sheet.getCell('B1').value = { richText: [{ text: 'bold', font: { bold: true } }, { text: ' and not' }] };
      sheet.getCell('A2').value = 'Site A';
      sheet.mergeCells('A2:A4');
      sheet.getCell('B4').value = 'end';
    });
    expect(rows).toEqual([
      ['Wiki', 'bold and not'],
      ['Site A', null],
      [null, null],
      [null, 'end'],
    ]);
  });

  test('keeps a number that no date can hold, whatever its format', async () => {
    const rows = await rowsOfXlsx((sheet) => {
      sheet.addRow(['Asset', 'Metres', 'Lap']);
      sheet.addRow([123_456_789_012_345, 12.5, 0.5]);
      sheet.getCell('A2').numFmt = 'yyyy-mm-dd';
      sheet.getCell('B2').numFmt = '0.0 \\m';
      sheet.getCell('C2').numFmt = '[ss].000';
    });
    expect(rows?.[1]).toEqual([123_456_789_012_345, '12.5 m', expect.objectContaining({ type: 'date', serial: 0.5 })]);
  });

  test('tells how many formatted rows below hold nothing', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Sheet');
    sheet.addRow(['Name']);
    sheet.addRow(['a']);
    sheet.getCell('A9').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } };
    const parsed = await parseFile(bytesOf(new Uint8Array(await workbook.xlsx.writeBuffer())), 'list.xlsx');
    expect(parsed.sheets[0]).toMatchObject({ firstRow: 1, blankRowsBelow: 7, rows: [['Name'], ['a']] });
  });

  test('is refused when a stray cell makes it span more than memory holds', async () => {
    const failure = await rowsOfXlsx((sheet) => {
      sheet.getCell('A1').value = 'Name';
      sheet.getCell('ZZ1048576').value = 'stray';
    }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'too_large_to_read', message: expect.stringContaining('1048576 rows') });
  });

  test('reads the sample workbook: every visible sheet with rows', async () => {
    const parsed = await parseFile(bytesOf(readFileSync('samples/northwind-cmdb.xlsx')), 'northwind-cmdb.xlsx');
    expect(parsed.sheets.length).toBeGreaterThan(0);
    for (const sheet of parsed.sheets) expect(sheet.rows.every((row) => row.length === sheet.columnCount)).toBe(true);
  });
});

describe('a .csv', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons and decimal commas', 'a;b\n1,5;2,5\n'],
    ['semicolons, with commas in texts', 'a;b\nx, y, z;1\nq, r;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['pipes, Windows line ends and no last one', 'a|b\r\n1|2'],
    ['old Mac line ends', 'a,b\r1,2\r'],
    ['a first line that announces it', 'sep=;\r\na;b\r\n1;2\r\n'],
  ])('is cut by %s', async (_what, text) => {
    const rows = (await rowsOfCsv(text)) ?? [];
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 2));
    expect(rows[0]).toEqual(['a', 'b']);
  });

  test('keeps every cell as the text in the file', async () => {
    const rows = await rowsOfCsv(
      'Asset,Note,When,Flag\n00042," two ""words""\r\nand a line ",1/2/2020,TRUE\n1e5,=1+1,,\n',
    );
    expect(rows).toEqual([
      ['Asset', 'Note', 'When', 'Flag'],
      ['00042', ' two "words"\r\nand a line ', '1/2/2020', 'TRUE'],
      ['1e5', '=1+1', null, null],
    ]);
  });

  test('fills short rows with blanks and keeps blank rows between', async () => {
    expect(await rowsOfCsv('a,b,c\n1\n\n1,2,3\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', null, null],
      [null, null, null],
      ['1', '2', '3'],
    ]);
  });

  test.each([
    ['UTF-8', Buffer.from('Name,Ort\nä日,é\n', 'utf8')],
    ['UTF-8 with its mark', Buffer.from('\ufeffName,Ort\nä日,é\n', 'utf8')],
    ['UTF-16 with its mark', Buffer.from('\ufeffName,Ort\nä日,é\n', 'utf16le')],
    ['UTF-16 big end first', Buffer.from('\ufeffName,Ort\nä日,é\n', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('Name,Ort\nä日,é\n', 'utf16le')],
  ])('is read as %s without a word', async (_encoding, bytes) => {
    const parsed = await parseFile(bytesOf(bytes), 'list.csv');
    expect(parsed).toMatchObject({
      note: null,
      sheets: [
        {
          name: 'list',
          rows: [
            ['Name', 'Ort'],
            ['ä日', 'é'],
          ],
        },
      ],
    });
  });

  test.each([
    ['little', Buffer.from('Имя;ОС\nсрв-01;Линукс\n', 'utf16le')],
    ['big', Buffer.from('Имя;ОС\nсрв-01;Линукс\n', 'utf16le').swap16()],
  ])('is read as UTF-16 without a mark, %s end first, whatever script its header is in', async (_end, bytes) => {
    expect((await parseFile(bytesOf(bytes), 'list.csv')).sheets[0]?.rows).toEqual([
      ['Имя', 'ОС'],
      ['срв-01', 'Линукс'],
    ]);
  });

  test('is read as Windows-1252 when it is no UTF-8, and that is said', async () => {
    const parsed = await parseFile(bytesOf('Name,Ort\nM', [0xfc], 'ller,K', [0xf6], 'ln\n'), 'list.csv');
    expect(parsed.sheets[0]?.rows[1]).toEqual(['Müller', 'Köln']);
    expect(parsed.note).toContain('Windows-1252');
  });
});

describe('a file that cannot be read says why and what to do', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');
  test.each([
    { what: 'an empty file', bytes: bytesOf(''), code: 'unreadable_file', words: 'empty' },
    { what: 'blanks only', bytes: bytesOf(',,\n,,\n'), code: 'unreadable_file', words: 'holds no value' },
    { what: 'quotes that never end', bytes: bytesOf('a,b\n1,"2\n3,4\n'), code: 'unreadable_file', words: 'row 2' },
    { what: 'an old workbook', bytes: bytesOf(ole, new Uint8Array(600)), code: 'unsupported_file', words: 'old .xls' },
    {
      what: 'a password',
      bytes: bytesOf(ole, encryptedPart),
      code: 'unsupported_file',
      words: 'protected by a password',
    },
    {
      what: 'a broken archive',
      bytes: bytesOf('PK', [3, 4], 'x'),
      code: 'unreadable_file',
      words: 'no readable .xlsx',
    },
    { what: 'another kind', name: 'a.pdf', bytes: bytesOf('%PDF-1.7'), code: 'unsupported_file', words: 'neither' },
    { what: 'too many bytes', bytes: new ArrayBuffer(60 * 1024 * 1024 + 1), code: 'too_large_to_read', words: '60 MB' },
  ])('$what', async ({ name = 'a.csv', bytes, code, words }) => {
    const failure = await failureOf(bytes, name);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(words);
    expect(failure.advice).not.toBe('');
  });

  test.each([
    ['a picture', [0x89, ...Buffer.from('PNG\r\n'), 0x1a, 10, 0, 0, 0, 13, ...Buffer.from('IHDR'), 0, 0, 1, 94, 0, 0]],
    ['something compressed', new Uint8Array(gzipSync('Name,IP\na,1\nb,2\n'))],
    [
      'text of four bytes a letter',
      [...'\ufeffName,IP\na,1\n'].flatMap((one) => [...Buffer.from(one, 'utf16le'), 0, 0]),
    ],
    ['noise', Uint8Array.from({ length: 3_000 }, (_, at) => (at * at * 31 + at * 7) % 251)],
  ])('%s that is called .csv', async (_what, bytes) => {
    const failure = await failureOf(bytesOf(bytes), 'list.csv');
    expect(failure).toMatchObject({
      code: 'unsupported_file',
      message: '"list.csv" is no text, whatever its name says.',
    });
    expect(failure.advice).toContain('save the sheet there as .xlsx');
  });

  test.each([
    ['a web page', '\n<!DOCTYPE html>\n<html><body>Sign in, please</body></html>'],
    ['XML', '<?xml version="1.0"?><Workbook/>'],
    ['a PDF', '%PDF-1.7\n1 0 obj, 2\n'],
    ['JSON', '[{"name":"a","ip":"1"},\n{"name":"b","ip":"2"}]'],
    ['a text document', '{\\rtf1\\ansi hello, world}'],
  ])('%s that is called .csv', async (what, text) => {
    const failure = await failureOf(bytesOf(text), 'list.csv');
    expect(failure).toMatchObject({ code: 'unsupported_file', message: `"list.csv" is ${what}, not a CSV.` });
  });

  test('but a stray control character, and the end mark of old systems, do not make a CSV another file', async () => {
    expect(await rowsOfCsv('Name,IP\nsrv\u0001one,1\n\u001a')).toEqual([
      ['Name', 'IP'],
      ['srv\u0001one', '1'],
    ]);
  });

  test('text that is called .xlsx', async () => {
    const failure = await failureOf(bytesOf('Name,IP\na,1\n'), 'list.xlsx');
    expect(failure).toMatchObject({
      code: 'unsupported_file',
      message: '"list.xlsx" is no workbook, whatever its name says.',
    });
  });

  test.each([
    ['xl/workbook.bin', 'This is an .xlsb workbook.'],
    ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'This is an OpenDocument file (.ods).'],
    ['Index/Document.iwa', 'This is a file of Numbers, Pages or Keynote.'],
    ['word/document.xml', 'This is a Word document.'],
    ['servers.csv', 'This is an archive and holds no .xlsx sheet.'],
  ])('an archive with %s', async (part, message) => {
    const failure = await failureOf(zipOf(part), 'list.xlsx');
    expect(failure).toMatchObject({ code: 'unsupported_file', message });
  });

  test('an archive without sheets', async () => {
    const empty = await new ExcelJS.Workbook().xlsx.writeBuffer();
    expect(await failureOf(bytesOf(new Uint8Array(empty)), 'a.xlsx')).toMatchObject({ code: 'unsupported_file' });
  });
});
