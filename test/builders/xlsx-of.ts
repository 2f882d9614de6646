import { deflateRawSync } from 'node:zlib';

/** A workbook written part by part, for what no library writes: the least that Excel opens. */
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The second style is a date. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

export interface SheetParts {
  /** What stands within `<sheetData>`. */
  rows: string;
  /** What stands before `<sheetData>`. */
  above?: string;
  /** What follows it. */
  below?: string;
  /** Relations of the sheet: id → [type, target]. */
  relations?: Readonly<Record<string, readonly [type: string, target: string]>>;
  /** Further parts by name. */
  parts?: Readonly<Record<string, string | Uint8Array>>;
}

export function xlsxOf(sheet: SheetParts): ArrayBuffer {
  return zipOf(xlsxParts(sheet));
}

/** As `xlsxOf`, in the size that files have. */
export function packedXlsxOf(sheet: SheetParts): ArrayBuffer {
  return zipOf(xlsxParts(sheet), { isPacked: true });
}

/** Its part packed with Deflate64, as some tools pack what is large. */
export function packedOtherwise(bytes: ArrayBuffer, part: string): ArrayBuffer {
  const whole = Buffer.from(bytes);
  whole.writeUInt16LE(9, whole.lastIndexOf(part) - 46 + 10);
  return bytes;
}

/** With a second sheet "Inventory" behind the one of `xlsxOf`, which is there only where it is given. */
export function twoSheetParts(second: string | null) {
  return {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/><sheet name="Inventory" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['worksheet', 'worksheets/sheet2.xml'],
    }),
    ...(second !== null && { 'xl/worksheets/sheet2.xml': second }),
  };
}

function xlsxParts({
  rows,
  above = '',
  below = '',
  relations = {},
  parts = {},
}: SheetParts): Record<string, string | Uint8Array> {
  return {
    '_rels/.rels': relationsOf({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
    }),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${above}<sheetData>${rows}</sheetData>${below}</worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relationsOf(relations),
    ...parts,
  };
}

function relationsOf(relations: NonNullable<SheetParts['relations']>): string {
  const lines = Object.entries(relations).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`;
}

/** An archive of parts, stored as they are or packed, with `junk` behind each and counted as its own. */
export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { isPacked = false, junk = [] as readonly number[] } = {},
): ArrayBuffer {
  const [written, listed]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, plain] = [Buffer.from(name), Buffer.from(text)];
    const content = isPacked ? Buffer.concat([deflateRawSync(plain), Buffer.from(junk)]) : plain;
    const [local, central] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04_03_4b_50);
    central.writeUInt32LE(0x02_01_4b_50);
    for (const [header, at] of [
      [local, 8],
      [central, 10],
    ] as const) {
      header.writeUInt16LE(isPacked ? 8 : 0, at);
      header.writeUInt32LE(content.length, at + 10);
      header.writeUInt32LE(plain.length, at + 14);
      header.writeUInt16LE(path.length, at + 18);
    }
    central.writeUInt32LE(offset, 42);
    written.push(local, path, content);
    listed.push(central, path);
    offset += local.length + path.length + content.length;
  }
  const [directory, end] = [Buffer.concat(listed), Buffer.alloc(22)];
  end.writeUInt32LE(0x06_05_4b_50);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...written, directory, end])).buffer;
}
