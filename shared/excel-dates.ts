import { DAY_MS } from './day.ts';
import { CELL_FORMAT_MAX_CHARACTERS } from './limits.ts';
import type { DateCell } from './schemas/cell.schema.ts';

/** Excel counts days from 1900 (with a 29 February 1900 that never was) or, in old Mac workbooks, from 1904. */
export const dateSystems = ['1900', '1904'] as const;
export type DateSystem = (typeof dateSystems)[number];

const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
/** Excel's last day is 9999-12-31. */
const END_MS = Date.UTC(10_000, 0, 1);

/**
 * The local date and time a serial number means, as `YYYY-MM-DDTHH:mm:ss` (with `.sss` where it has milliseconds).
 * Serials carry no time zone, so UTC arithmetic is used throughout. Serials below 61 of the 1900 system are shifted by
 * the day that never was: serial 1 is 1900-01-01. Null when the number is no date Excel can show.
 */
export function serialToIso(serial: number, dateSystem: DateSystem): string | null {
  const shifted = dateSystem === '1900' && serial >= 1 && serial < 60 ? serial + 1 : serial;
  const ms = (dateSystem === '1900' ? EPOCH_1900_MS : EPOCH_1904_MS) + Math.round(shifted * DAY_MS);
  if (!(serial >= 0 && ms < END_MS)) return null;
  const iso = new Date(ms).toISOString().slice(0, -1);
  return iso.endsWith('.000') ? iso.slice(0, -4) : iso;
}

/** The serial number of a moment given in UTC milliseconds that stand for local time; the inverse of `serialToIso`. */
export function isoMsToSerial(utcMs: number, dateSystem: DateSystem): number {
  const epoch = dateSystem === '1900' ? EPOCH_1900_MS : EPOCH_1904_MS;
  const serial = (utcMs - epoch) / DAY_MS;
  return dateSystem === '1900' && serial >= 2 && serial < 61 ? serial - 1 : serial;
}

/** The serial number of Excel's last day, in the date system that counts further. */
export const LAST_SERIAL = 2_958_465;
const ISO_FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?$/;
/** By how much the readings of one serial may differ: the day that never was, and a time zone. */
const SAME_DAY_MS = 2 * DAY_MS;

/** Whether a serial number is one of a day Excel shows, in one of the date systems. */
export function isDateSerial(serial: unknown): serial is number {
  return typeof serial === 'number' && serial >= 0 && serial < LAST_SERIAL + 1;
}

/** Whether `serialToIso` could have written it: a day of the calendar that Excel shows, and a time of it. */
export function isSerialIso(iso: string): boolean {
  if (!ISO_FORM.test(iso)) return false;
  const ms = Date.parse(`${iso}Z`);
  return ms >= EPOCH_1900_MS && new Date(ms).toISOString().startsWith(iso);
}

/** Whether a serial number means the day in one of the date systems; doubtful cases count as yes. */
export function mayMean(serial: number, iso: string): boolean {
  const ms = Date.parse(`${iso}Z`) - serial * DAY_MS;
  return Math.abs(ms - EPOCH_1900_MS) < SAME_DAY_MS || Math.abs(ms - EPOCH_1904_MS) < SAME_DAY_MS;
}

/**
 * Whether a number format shows a date or a time: it has a day, month, year, hour or second code outside quotes,
 * brackets and escapes. `General`, `0.00`, `#,##0 "days"` are not dates.
 */
export function isDateFormat(format: string): boolean {
  if (format === '' || format.length > CELL_FORMAT_MAX_CHARACTERS || /^general$/i.test(format)) return false;
  const bare = format
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dyhs]|m/i.test(bare.replace(/e[+-]/gi, '')) && !/[#?]/.test(bare);
}

/** The date cell for a number with a date format, or null when the number cannot be shown as a date. */
export function dateCell(serial: number, format: string, dateSystem: DateSystem): DateCell | null {
  const iso = serialToIso(serial, dateSystem);
  return iso === null ? null : { type: 'date', iso, serial, format };
}
