import { two } from './date-text.ts';

/** A time of day as ISO with the zone where one is written, '' for none; and what was written beside it and is left out. */
interface TimeReading {
  iso: string;
  leftOut: string | null;
}

const TIME =
  /^(?:t|,|at |um |@ |à |a |om )? ?(\d{1,2})[:h.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)? ?(am|pm|a\.m\.|p\.m\.|uhr)? ?(z|utc|gmt|(?:utc|gmt)? ?[-+]\d{1,2}(?::?\d\d)?)?(?: ?\(?([a-z][a-z/_ ]{1,29})\)?)?$/;

/** Names of one offset each: RFC 5322 4.3, and those of Europe. `CST`, `IST` and `BST` name several. */
const ZONES: Readonly<Record<string, string>> = {
  wet: '+00:00',
  west: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  mez: '+01:00',
  mesz: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  est: '-05:00',
  edt: '-04:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/** `T10:20:30.5Z`, ` 10:20 PM`, `, 10:20 Uhr`, ` 10:20:30 +02:00`, ` 10:20 CET`; null for something else. */
export function readTime(rest: string): TimeReading | null {
  const bare = rest.trim().toLowerCase();
  if (bare === '') return { iso: '', leftOut: null };
  const parts = TIME.exec(bare);
  if (parts === null) return null;
  const half = parts[5]?.[0];
  let hour = Number(parts[1]);
  if ((half === 'a' || half === 'p') && (hour < 1 || hour > 12)) return null;
  if (half === 'a' || half === 'p') hour = (hour % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(parts[2]);
  const second = Number(parts[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number(parts[4] ?? 0) === 0 ? '' : `.${(parts[4] ?? '').slice(0, 3).padEnd(3, '0')}`;
  const time = `T${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
  const [, , , , , , offset, word = ''] = parts;
  if (offset !== undefined) return { iso: time + offsetOf(offset), leftOut: null };
  const zone = Object.hasOwn(ZONES, word) ? ZONES[word] : undefined;
  return zone === undefined ? { iso: time, leftOut: word === '' ? null : word } : { iso: time + zone, leftOut: null };
}

function offsetOf(written: string): string {
  const [, sign, hours = '', minutes = '00'] = /([-+])(\d{1,2}):?(\d\d)?$/.exec(written) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}
