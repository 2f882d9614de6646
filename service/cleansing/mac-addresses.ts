import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed } from './cleansed.ts';
import { halfWidth, visibleText } from './plain-text.ts';

const USUAL_FORM = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i;
const FORMS = [
  /^[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}$/,
  /^[0-9a-f]{1,2}(?:-[0-9a-f]{1,2}){5}$/,
  /^[0-9a-f]{2}(?:\.[0-9a-f]{2}){5}$/,
  /^[0-9a-f]{4}(?:[.:-][0-9a-f]{4}){2}$/,
  /^[0-9a-f]{6}[-:.][0-9a-f]{6}$/,
  /^(?:0x)?[0-9a-f]{12}$/,
];

/** MAC addresses as `aa:bb:cc:dd:ee:ff`, whichever way they are written; a list where the cell holds several. */
export function cleanseMac(cell: Cell, text: string): Cleansed {
  const usual = USUAL_FORM.test(text) ? text.toLowerCase() : '';
  // Nearly every cell is one address in the usual form.
  if (usual !== '' && !isEmptyMac(usual)) return cleansed(usual, 'mac', 'A MAC address.');
  const source = typeof cell === 'string' ? halfWidth(visibleText(cell)) : text;
  const spaced = /^[0-9a-f]{2}(?: [0-9a-f]{2}){5}$/i.test(text) ? [text.replaceAll(' ', ':')] : null;
  const parts = spaced ?? source.split(/[;,|\s[\](){}"']+/).filter((part) => part !== '');
  const read = parts.map((part) => ({ part, mac: macOf(part.toLowerCase()) }));
  const found = [...new Set(read.flatMap(({ mac }) => (mac === null || isEmptyMac(mac) ? [] : [mac])))];
  const refused = read.filter(({ mac }) => mac === null || isEmptyMac(mac)).map(({ part }) => part);
  const [first] = refused;
  const [only] = found;
  if (only === undefined) {
    return read.some(({ mac }) => mac !== null)
      ? unsaid('placeholder', `${quoted(text)} is the address of no interface.`)
      : unsaid('mac-invalid', `${quoted(text)} is no MAC address.`);
  }
  const note = first === undefined ? '' : ` Without ${quoted(first)}, which is none.`;
  return found.length === 1
    ? cleansed(only, first === undefined ? 'mac' : 'mac-partly', `A MAC address.${note}`)
    : cleansed(found, first === undefined ? 'mac-list' : 'mac-partly', `${found.length} MAC addresses.${note}`);
}

function macOf(part: string): string | null {
  if (part.length > 20 || !FORMS.some((form) => form.test(part))) return null;
  // Solaris and HP-UX leave out leading zeros: `0:14:4f:1:2:3`.
  const padded = /^[0-9a-f]{1,2}[:-]/.test(part) ? part.replace(/(?<![0-9a-f])[0-9a-f](?![0-9a-f])/g, '0$&') : part;
  const digits = padded.replace(/^0x(?=[0-9a-f]{12}$)/, '').replace(/[^0-9a-f]/g, '');
  return digits.length === 12 ? (digits.match(/../g)?.join(':') ?? null) : null;
}

const isEmptyMac = (mac: string): boolean => mac === '00:00:00:00:00:00' || mac === 'ff:ff:ff:ff:ff:ff';
