import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { XMLParser } from 'fast-xml-parser';
import { open, type Entry, type ZipFile } from 'yauzl';

/** A cell as the file has it: text, number or boolean; an error by its code, a formula by what it came to. */
type RawCell = { value: string | number | boolean; isError: boolean; isFormula: boolean };

interface SheetXml {
  worksheet: {
    sheetData: {
      row: { '@r': string; c?: { '@r': string; '@t'?: string; v?: string; is?: unknown; f?: unknown }[] }[];
    };
  };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => ['row', 'c', 'si', 'r', 'sheet', 'Relationship'].includes(name),
});

/** By file and sheet: a test asks for one column after the other. */
const sheetsRead = new Map<string, Promise<ReadonlyMap<string, RawCell>>>();

/** One sheet straight from the file's XML, independently of the library the product reads with. Cells by address. */
export function readRawSheet(file: string, sheetName: string): Promise<ReadonlyMap<string, RawCell>> {
  const key = JSON.stringify([file, sheetName]);
  const sheet = sheetsRead.get(key) ?? parseSheet(file, sheetName);
  sheetsRead.set(key, sheet);
  return sheet;
}

async function parseSheet(file: string, sheetName: string): Promise<Map<string, RawCell>> {
  const parts = await unzip(file);
  const part = <T>(name: string): T => parser.parse(parts.get(name) ?? '<none/>') as T;
  const workbook = part<{ workbook: { sheets: { sheet: { '@name': string; '@r:id': string }[] } } }>('xl/workbook.xml');
  const relations = part<{ Relationships: { Relationship: { '@Id': string; '@Target': string }[] } }>(
    'xl/_rels/workbook.xml.rels',
  );
  const id = workbook.workbook.sheets.sheet.find((sheet) => sheet['@name'] === sheetName)?.['@r:id'];
  const target = relations.Relationships.Relationship.find((relation) => relation['@Id'] === id)?.['@Target'] ?? '';
  const shared = part<{ sst?: { si?: unknown[] } }>('xl/sharedStrings.xml').sst?.si ?? [];
  const sheet = part<SheetXml>(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  const cells = new Map<string, RawCell>();
  for (const row of sheet.worksheet.sheetData.row) {
    for (const cell of row.c ?? []) {
      const value = valueOf(cell, shared);
      const isFormula = cell.f !== undefined;
      if (isFormula || (value !== null && value !== ''))
        cells.set(cell['@r'], { value: value ?? '', isError: cell['@t'] === 'e', isFormula });
    }
  }
  return cells;
}

function valueOf(
  cell: { '@t'?: string; v?: unknown; is?: unknown },
  shared: readonly unknown[],
): string | number | boolean | null {
  const text = textOf(cell.v);
  switch (cell['@t']) {
    case 's':
      return textOf(shared[Number(text)]);
    case 'inlineStr':
      return textOf(cell.is);
    case 'b':
      return text === '1';
    case 'str':
    case 'e':
      return text;
    default:
      return text === '' ? null : Number(text);
  }
}

/** Text of a node: its own, of its `t`, or of its runs. */
function textOf(node: unknown): string {
  if (node === undefined || node === null) return '';
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  const { t, r, '#text': own } = node as { t?: unknown; r?: unknown[]; '#text'?: string };
  if (Array.isArray(r)) return r.map((run) => textOf((run as { t?: unknown }).t)).join('');
  return t === undefined ? (own ?? '') : textOf(t);
}

async function unzip(file: string): Promise<Map<string, string>> {
  const zip = await promisify<string, { lazyEntries: boolean; autoClose: boolean }, ZipFile>(open)(file, {
    lazyEntries: false,
    autoClose: false,
  });
  const entries: Entry[] = [];
  zip.on('entry', (entry: Entry) => entries.push(entry));
  await new Promise((resolve, reject) => zip.on('end', resolve).on('error', reject));
  const read = promisify(
    zip.openReadStream.bind(zip) as (
      entry: Entry,
      done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  );
  const parts = new Map<string, string>();
  for (const entry of entries)
    if (/^xl\/.*\.(xml|rels)$/.test(entry.fileName))
      parts.set(entry.fileName, (await buffer(await read(entry))).toString('utf8'));
  zip.close();
  return parts;
}
