import { SaxesParser } from 'saxes';
import { WorkbookError } from './workbook-port.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Elements by their names in the namespace of the root; those of others keep their prefix. */
export interface XmlHandler {
  /** @param parent empty for the root */
  open(name: string, attributes: Attributes, parent: string): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Parts of workbooks go ten deep or so; some code that reads them calls itself for each. */
const DEPTH_MAX = 100;

const DECLARATION_BYTES = 200;
const DECLARED = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** Reads a part once from its beginning to its end. @throws where it is no XML, or nested deeper than any workbook's */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser();
  const names: string[] = [];
  let prefixes: ReadonlySet<string> = new Set();
  const ownName = (name: string): string => {
    const prefix = prefixOf(name);
    if (prefixes.has(prefix)) return name.slice(prefix.length);
    return prefix === '' ? `:${name}` : name;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (names.length === 0) prefixes = prefixesOf(name, attributes);
    if (names.length === DEPTH_MAX) throw nestedTooDeep();
    const own = ownName(name);
    handler.open(own, attributes, names.at(-1) ?? '');
    names.push(own);
  });
  parser.on('closetag', () => {
    const name = names.pop() ?? '';
    handler.close?.(name);
  });
  if (handler.text !== undefined) {
    const onText = handler.text.bind(handler);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.write(decoder?.decode() ?? '').close();
}

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

/** All that stand for the namespace of the root; none for its being the usual one. */
function prefixesOf(root: string, attributes: Attributes): ReadonlySet<string> {
  const own = prefixOf(root);
  const namespace = attributes[own === '' ? 'xmlns' : `xmlns:${own.slice(0, -1)}`];
  const prefixes = new Set([own]);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== namespace) continue;
    if (name === 'xmlns') prefixes.add('');
    if (name.startsWith('xmlns:')) prefixes.add(`${name.slice('xmlns:'.length)}:`);
  }
  return prefixes;
}

/** @param head the first bytes of a part */
function encodingOf(head: Uint8Array): string {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const declared = DECLARED.exec(new TextDecoder('latin1').decode(head.subarray(0, DECLARATION_BYTES)))?.[1];
  // What is declared in single bytes is not written in double ones.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function nestedTooDeep(): WorkbookError {
  return new WorkbookError(
    'unreadable_file',
    `A part of the file is nested more than ${DEPTH_MAX} deep, as none of a workbook is.`,
    'Open it in Excel, save it again as .xlsx, and choose that file.',
  );
}

/** What is said to be so. */
export const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true';
