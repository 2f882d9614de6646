import { dateCell, isDateFormat, isoMsToSerial, type DateSystem } from '#shared/excel-dates.ts';
import { DAY_MS } from '#shared/day.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';

/** As Excel writes them into Strict workbooks and openpyxl on request: a day, a moment, or a time of no day. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|[+-]\d\d:\d\d)?$/;
const TIME = /^T?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/;

/** The cell of a date that its file writes out; null for another text, the text itself where Excel shows no such day. */
export function isoDateCell(text: string, format: string, dateSystem: DateSystem): Cell {
  const time = TIME.exec(text)?.[1];
  const moment = MOMENT.exec(text)?.[1];
  if (time === undefined && moment === undefined && !DAY.test(text)) return null;
  const utcMs = Date.parse(time === undefined ? `${moment ?? `${text}T00:00`}Z` : `1970-01-01T${time}Z`);
  const serial = time === undefined ? isoMsToSerial(utcMs, dateSystem) : utcMs / DAY_MS;
  const usual = time === undefined ? (moment === undefined ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss') : 'hh:mm:ss';
  return dateCell(serial, isDateFormat(format) ? format : usual, dateSystem) ?? text;
}
