/**
 * What is changed in the XML of a sheet before exceljs reads it, as that takes dates for numbers, a saved empty text for no
 * result, and fails where cells do not say where they stand.
 */
import { columnLetters, columnNumber } from '#shared/cell-address.ts';

/** The saved result of a formula that shows nothing; no cell holds it. */
export const EMPTY_RESULT = '\uE000';

const DATE_CELL = /(<c\s[^>]*\bt=)"d"/g;
const EMPTY_VALUE = /<v\s*\/>|<v><\/v>/;
const EMPTY_TEXT = /(<c\s[^>]*\bt="str"[^>]*>\s*<f(?:\s[^>]*)?(?:\/>|>[^<]*<\/f>)\s*)(?:<v\s*\/>|<v><\/v>)/g;
const PLACED = /<(row|c)(?=[\s/>])([^>]*)>/g;
const ITS_PLACE = /\sr="([A-Z]*)(\d+)"/;

/** The chunks of a sheet's XML, cut anew so that no row of cells is cut in two. */
export async function* readableXml(chunks: AsyncIterable<unknown>): AsyncGenerator<string> {
  let [rest, isPastRows] = ['', false];
  const number = numbering();
  for await (const chunk of chunks) {
    if (isPastRows) {
      yield String(chunk);
      continue;
    }
    rest += String(chunk);
    isPastRows = rest.includes('</sheetData>');
    const end = isPastRows ? rest.length : rest.lastIndexOf('<row');
    if (end <= 0) continue;
    yield number(readable(rest.slice(0, end)));
    rest = rest.slice(end);
  }
  yield rest;
}

function readable(xml: string): string {
  const dated = xml.includes('t="d"') ? xml.replace(DATE_CELL, '$1"e"') : xml;
  return EMPTY_VALUE.test(dated) ? dated.replace(EMPTY_TEXT, `$1<v>${EMPTY_RESULT}</v>`) : dated;
}

/** Tells rows and cells where they stand, in a sheet whose first row does not say it: they follow one another there. */
function numbering(): (xml: string) => string {
  let isNeeded: boolean | null = null;
  let [row, column] = [0, 0];
  const place = (tag: string, name: string, attributes: string): string => {
    const [, letters = '', digits] = ITS_PLACE.exec(attributes) ?? [];
    if (name === 'row') [row, column] = [digits === undefined ? row + 1 : Number(digits), 0];
    else column = letters === '' ? column + 1 : columnNumber(letters);
    if (digits !== undefined) return tag;
    return `<${name} r="${name === 'row' ? '' : columnLetters(column)}${row}"${attributes}>`;
  };
  return (xml) => {
    isNeeded ??= firstRowIsUnplaced(xml);
    return isNeeded === true ? xml.replace(PLACED, place) : xml;
  };
}

/** Null before the first row. */
function firstRowIsUnplaced(xml: string): boolean | null {
  const start = xml.indexOf('<row');
  if (start === -1) return null;
  const end = xml.indexOf('</row>', start);
  const tags = xml.slice(start, end === -1 ? undefined : end).matchAll(PLACED);
  return [...tags].some(([, , attributes = '']) => !ITS_PLACE.test(attributes));
}
