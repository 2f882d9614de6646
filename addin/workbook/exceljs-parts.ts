import type ExcelJS from 'exceljs';
import { hideFormats, type Styles } from './exceljs-numbers.ts';
import type { TablePart } from './parsed-workbook.ts';
import { readableXml } from './sheet-xml.ts';

type Chunks = AsyncIterable<unknown>;
type Part = (stream: Chunks, ...rest: unknown[]) => Promise<void>;

interface Relation {
  Id: string;
  Type: string;
  Target: string;
}

interface ReadSheet {
  sheetNo: string;
  name: string;
  tables?: { rId: string }[];
  drawing?: unknown;
  background?: unknown;
}

interface ReadModel {
  styles?: Styles;
  worksheets: ReadSheet[];
  worksheetRels: Record<string, Relation[]>;
}

/** The steps in which exceljs reads a workbook; not in its types, the same in its Node and browser builds. */
interface Reader extends Record<(typeof UNREAD)[number], Part> {
  _processWorksheetEntry(stream: Chunks, model: ReadModel, ...rest: unknown[]): Promise<void>;
  _processTableEntry: Part;
  reconcile(model: ReadModel, options: unknown): void;
}

/** Nothing of them is imported, and exceljs fails where they are named by their whole paths, as openpyxl does. */
const UNREAD = [
  '_processCommentEntry',
  '_processDrawingEntry',
  '_processDrawingRelsEntry',
  '_processVmlDrawingEntry',
] as const;

/** Has exceljs read cells as they are and leave alone what is not imported. Gives the tables of each sheet, by its name. */
export function readAsItIs(workbook: ExcelJS.Workbook): ReadonlyMap<string, TablePart[]> {
  const reader = workbook.xlsx as unknown as Reader;
  const [parts, tables] = [new Map<unknown, TablePart>(), new Map<string, TablePart[]>()];
  const readSheet = reader._processWorksheetEntry.bind(reader);
  const reconcile = reader.reconcile.bind(reader);
  reader._processWorksheetEntry = (stream, ...rest) => readSheet(readableXml(stream), ...rest);
  for (const name of UNREAD) reader[name] = () => Promise.resolve();
  reader._processTableEntry = async (stream, _model, name) => {
    let xml = '';
    for await (const chunk of stream) xml += String(chunk);
    const table = tableOf(xml);
    if (table !== null) parts.set(name, table);
  };
  reader.reconcile = (model, options) => {
    if (model.styles !== undefined) hideFormats(model.styles);
    const named = model.worksheets.map((sheet) => ({ sheet, found: takeTables(sheet, model, parts) }));
    reconcile(model, options);
    for (const { sheet, found } of named) tables.set(sheet.name, found);
  };
  return tables;
}

/** Takes away from a sheet what was not read; its name is known once it is tied to its workbook. */
function takeTables(sheet: ReadSheet, model: ReadModel, parts: ReadonlyMap<unknown, TablePart>): TablePart[] {
  const relations = model.worksheetRels[sheet.sheetNo] ?? [];
  const ids = new Set(sheet.tables?.map(({ rId }) => rId));
  const named = relations.filter(({ Id }) => ids.has(Id)).map(({ Target }) => /([^/]*)\.xml$/.exec(Target)?.[1]);
  model.worksheetRels[sheet.sheetNo] = relations.filter(({ Type }) => Type.endsWith('/hyperlink'));
  sheet.tables = [];
  delete sheet.drawing;
  delete sheet.background;
  return named.map((name) => parts.get(name)).filter((table) => table !== undefined);
}

function tableOf(xml: string): TablePart | null {
  const [tag = ''] = /<table\s[^>]*>/.exec(xml) ?? [];
  const attribute = (name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  const [name, range] = [attribute('displayName') ?? attribute('name'), attribute('ref')];
  if (name === undefined || range === undefined || !/^[A-Z]+\d+:[A-Z]+\d+$/.test(range)) return null;
  const hasTotals = Number(attribute('totalsRowCount') ?? 0) > 0;
  return { name, range, hidesHeader: attribute('headerRowCount') === '0', hasTotals };
}
