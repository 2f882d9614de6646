/** A workbook written part by part, for what no library writes: the least that Excel opens. */
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The second style is a date. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

export interface SheetParts {
  /** What stands within `<sheetData>`. */
  rows: string;
  /** What follows it. */
  below?: string;
  /** Relations of the sheet: id → [type, target]. */
  relations?: Readonly<Record<string, readonly [type: string, target: string]>>;
  /** Further parts by name. */
  parts?: Readonly<Record<string, string>>;
}

export function xlsxOf({ rows, below = '', relations = {}, parts = {} }: SheetParts): ArrayBuffer {
  return zipOf({
    '_rels/.rels': relationsOf({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
    }),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData>${below}</worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relationsOf(relations),
    ...parts,
  });
}

function relationsOf(relations: NonNullable<SheetParts['relations']>): string {
  const lines = Object.entries(relations).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`;
}

/** An archive whose parts are stored as they are. */
export function zipOf(parts: Readonly<Record<string, string>>): ArrayBuffer {
  const [written, listed]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const [local, central] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04_03_4b_50);
    central.writeUInt32LE(0x02_01_4b_50);
    for (const [header, at] of [
      [local, 18],
      [central, 20],
    ] as const) {
      header.writeUInt32LE(content.length, at);
      header.writeUInt32LE(content.length, at + 4);
      header.writeUInt16LE(path.length, at + 8);
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
