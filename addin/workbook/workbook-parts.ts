import { formatNumber } from '#shared/format.ts';
import { CELL_FORMAT_MAX_CHARACTERS, FILE_SHEETS_MAX } from '#shared/limits.ts';
import { builtInFormats } from './number-formats.ts';
import type { TablePart } from './parsed-workbook.ts';
import { isTrue, readXml, type Attributes } from './read-xml.ts';
import { WorkbookError } from './workbook-port.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A sheet as its workbook lists it. */
export interface ListedSheet {
  name: string;
  isHidden: boolean;
  /** Name of its part; null where it cannot be read. */
  part: string | null;
  /** Whether its part is there, and packed in a way that cannot be read here. */
  isClosed: boolean;
}

interface CellStyles {
  /** Of each cell style. */
  formats: readonly string[];
  /** Those that strike text through. */
  struckStyles: ReadonlySet<number>;
}

export interface WorkbookParts extends CellStyles {
  date1904: boolean;
  sheets: ListedSheet[];
  sharedStrings: readonly string[];
}

interface Relation {
  id: string;
  type: string;
  /** Name of the part. */
  target: string;
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
/** Sheets of a chart, a dialog or old macros. */
const NO_CELLS = /\/(?:chartsheet|dialogsheet|xl(?:Intl)?Macrosheet)$/i;
const RANGE = /^[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}$/;

/** What the sheets of a workbook share; null where the archive holds no workbook of this kind. */
export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts | null> {
  const [root] = (await readRelations(archive, '')).filter(({ type }) => type.endsWith('/officeDocument'));
  const part = root?.target ?? 'xl/workbook.xml';
  if (!part.endsWith('.xml') || !archive.has(part)) return null;
  const relations = await readRelations(archive, part);
  const partOf = (type: string): string =>
    relations.find((relation) => relation.type.endsWith(`/${type}`))?.target ?? '';
  const { date1904, listed } = await readList(archive, part);
  if (listed.length > FILE_SHEETS_MAX) throw tooManySheets();
  const cellless = new Set(relations.filter(({ type }) => NO_CELLS.test(type)).map(({ id }) => id));
  if (listed.length > 0 && listed.every(({ id }) => cellless.has(id))) throw withoutCells();
  const sheetParts = new Map(
    relations.filter(({ type }) => type.endsWith('/worksheet')).map(({ id, target }) => [id, target]),
  );
  const sheets = listed
    .filter(({ id }) => !cellless.has(id))
    .map(({ id, ...sheet }) => {
      const target = sheetParts.get(id) ?? '';
      const names = [target, withoutEscapes(target)];
      const isClosed = names.some((name) => archive.hasClosed(name));
      return { ...sheet, part: isClosed ? null : (names.find((name) => archive.has(name)) ?? null), isClosed };
    });
  const sharedStrings = await readSharedStrings(archive, partOf('sharedStrings'));
  return { date1904, sheets, sharedStrings, ...(await readStyles(archive, partOf('styles'))) };
}

async function readList(
  archive: ZipArchive,
  part: string,
): Promise<{ date1904: boolean; listed: { name: string; id: string; isHidden: boolean }[] }> {
  const listed: { name: string; id: string; isHidden: boolean }[] = [];
  let date1904 = false;
  await readXml(archive.read(part), {
    open(name, attributes, parent) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet' || parent !== 'sheets') return;
      const { name: title = '', state = 'visible' } = attributes;
      listed.push({ name: title, id: relationId(attributes), isHidden: state !== 'visible' });
    },
  });
  return { date1904, listed };
}

/** The relations of a part, those of the whole archive for none. */
export async function readRelations(archive: ZipArchive, part: string): Promise<Relation[]> {
  const at = part.lastIndexOf('/') + 1;
  const [folder, file] = [part.slice(0, at), part.slice(at)];
  const relations: Relation[] = [];
  const name = `${folder}_rels/${file}.rels`;
  if (!archive.has(name)) return [];
  await readXml(archive.read(name), {
    open(element, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (element === 'Relationship') relations.push({ id, type, target: nameFrom(folder, target.trim()) });
    },
  });
  return relations;
}

/** `../tables/table1.xml` as seen from `xl/worksheets/`. */
function nameFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** `r:id`, whatever the prefix is. */
export function relationId(attributes: Attributes): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return (name === undefined ? undefined : attributes[name]) ?? '';
}

async function readSharedStrings(archive: ZipArchive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let [text, isShown] = ['', false];
  if (archive.holds(part))
    await readXml(archive.read(part), {
      open(name, _attributes, parent) {
        if (name === 'si') text = '';
        isShown = name === 't' && parent !== 'rPh';
      },
      text(piece) {
        if (isShown) text += piece;
      },
      close(name) {
        isShown = false;
        if (name === 'si') strings.push(plainText(text));
      },
    });
  return strings;
}

/** Signs that XML cannot hold are written as `_x000D_`. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

async function readStyles(archive: ZipArchive, part: string): Promise<CellStyles> {
  const [own, ids] = [new Map<number, string>(), [] as number[]];
  const struckStyles = new Set<number>();
  const struckFonts = new Set<number>();
  let font = -1;
  let isFont = false;
  if (archive.holds(part))
    await readXml(archive.read(part), {
      open(name, { numFmtId, formatCode = '', fontId, val = '1' }, parent) {
        // Those of conditional formats stand elsewhere.
        if (name === 'font') isFont = parent === 'fonts';
        if (name === 'font' && isFont) font += 1;
        if (name === 'strike' && isFont && isTrue(val)) struckFonts.add(font);
        if (name === 'numFmt' && parent === 'numFmts') own.set(Number(numFmtId), formatCode);
        if (name !== 'xf' || parent !== 'cellXfs') return;
        if (struckFonts.has(Number(fontId ?? 0))) struckStyles.add(ids.length);
        ids.push(Number(numFmtId ?? 0));
      },
    });
  const formats = ids.map((id) => {
    const format = own.get(id) ?? builtInFormats.get(id) ?? '';
    return format === '' || format.length > CELL_FORMAT_MAX_CHARACTERS ? 'General' : format;
  });
  return { formats, struckStyles };
}

/** null where it does not say where it stands. */
export async function readTable(archive: ZipArchive, part: string): Promise<TablePart | null> {
  let table: TablePart | null = null;
  await readXml(archive.read(part), {
    open(element, { displayName, name = displayName, ref = '', ...counts }, parent) {
      if (element !== 'table' || parent !== '' || name === undefined || !RANGE.test(ref)) return;
      const hasTotals = Number(counts['totalsRowCount'] ?? 0) > 0;
      table = { name: displayName ?? name, range: ref, hidesHeader: counts['headerRowCount'] === '0', hasTotals };
    },
  });
  return table;
}

/** Some tools name a part `my sheet.xml` and its place `my%20sheet.xml`. */
function withoutEscapes(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function withoutCells(): WorkbookError {
  return new WorkbookError(
    'unsupported_file',
    'The workbook holds no sheet with cells, only charts or macros.',
    'Choose the file with the list itself, or copy the list into a sheet of this one in Excel and save it.',
  );
}

function tooManySheets(): WorkbookError {
  return new WorkbookError(
    'too_large_to_read',
    `The file has more than ${formatNumber(FILE_SHEETS_MAX)} sheets.`,
    'Move the sheets to be imported into a workbook of their own in Excel, save it, and choose that file.',
  );
}
