import { cellText, isDateCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed } from './cleansed.ts';
import { isFirmwareStandIn } from './placeholders.ts';
import { folded, regularText } from './plain-text.ts';
import { roundedNumber } from './spreadsheet-changes.ts';

/** Text with white space and Unicode form made regular; nothing else is changed. */
export function cleanseText(cell: Cell, text: string): Cleansed {
  if (cell !== null && isDateCell(cell)) return cleansed(text, 'text', 'A date in a text field, as ISO.');
  if (typeof cell !== 'string') return cleansed(text, 'text', 'A number or logical value, as text.');
  return text === cellText(cell)
    ? cleansed(text, 'text', 'Unchanged.')
    : cleansed(text, 'text', 'White space, quotation marks and Unicode form made regular.');
}

/** Names of hosts: those on lines of their own are parted by semicolons, for a space between them would say nothing. */
export function cleanseHostNames(cell: Cell, text: string): Cleansed {
  if (typeof cell !== 'string') return cleanseText(cell, text);
  const lines = cell
    .split(/[\r\n]+/)
    .map(regularText)
    .filter((line) => line !== '');
  if (lines.length < 2) return cleanseText(cell, text);
  return cleansed(lines.join('; '), 'text', 'Names on lines of their own, parted by semicolons.');
}

/** People: white space only. Order and domain are kept and stated: `Last, First` turned around would be a guess. */
export function cleansePerson(cell: Cell, text: string): Cleansed {
  if (typeof cell !== 'string') return unsaid('not-a-name', `${quoted(text)} is no name.`);
  if (/^[^\s\\/]{1,63}\\[^\s\\]{1,104}$/.test(text))
    return cleansed(text, 'person-account', 'A Windows account: domain, backslash, user.');
  const mail = text.replace(/^mailto:/i, '');
  if (/^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(mail))
    return cleansed(mail.toLowerCase(), 'person-email', 'An e-mail address.');
  // Personnel numbers are digits; digits with signs between are dates, addresses and the like.
  if (!/\p{L}/u.test(text) && !/^\d+$/.test(text)) return unsaid('not-a-name', `${quoted(text)} has no letter.`);
  if (/^\p{L}[^,;@\d]{0,60}, \p{L}[^,;@\d]{0,60}$/u.test(text))
    return cleansed(text, 'person-last-first', 'Last name first, as written.');
  return cleansed(text, 'person', 'As written.');
}

/** Further stand-ins for a serial number; in other fields they are words. */
const NO_SERIALS = new Set(
  'default|oem|o.e.m.|invalid|virtual|vm|test|s/n|sn|serial|123456789|0123456789|1234567890|123456|12345678'.split('|'),
);

/** Ids and numbers people give to things: text, unless a spreadsheet rounded it. */
export function cleanseId(cell: Cell, text: string): Cleansed {
  return roundedNumber(cell, text) ?? cleanseText(cell, text);
}

/** `S/N: CZJ123`, `Serial Number 4711`: what names the number. */
const SERIAL_LABEL =
  /^(?:s\/?n|serial(?: ?(?:number|no\.?|nr\.?|#))?|serien(?:nummer|-?nr\.?))(?: ?[:=#] ?| (?=\S*\d))/i;
const SEVERAL = / ?[,;|] ?| \/ | & | and /i;

/** Serial numbers without white space and label around; firmware's stand-ins for one are none, and of two neither is taken. */
export function cleanseSerial(cell: Cell, text: string): Cleansed {
  if (typeof cell === 'boolean' || (typeof cell === 'number' && !Number.isInteger(cell)))
    return unsaid('not-a-serial', `${quoted(text)} is no serial number.`);
  const rounded = roundedNumber(cell, text);
  if (rounded !== null) return rounded;
  const serial = text.replace(SERIAL_LABEL, '');
  const word = folded(serial);
  const bare = word.replace(/[\s-]/g, '');
  if (NO_SERIALS.has(word) || isFirmwareStandIn(word) || /^(.)\1*$/.test(bare) || bare === '')
    return unsaid('placeholder', `${quoted(text)} is no serial number but what stands for a missing one.`);
  const parts = serial.split(SEVERAL);
  if (parts.length > 1 && parts.every((part) => /\d/.test(part)))
    return unsaid('serial-several', `${quoted(text)} holds ${parts.length} serial numbers.`);
  return cleansed(serial, 'serial', serial === text ? 'As written.' : 'Without the label.');
}
