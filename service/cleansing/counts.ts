import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { isMeasured, readMeasured, tidy } from './measured-number.ts';

const COUNT_WORDS =
  /^(?:x|v?cpus?|v?cores?|kerne?|cœurs|coeurs|nucleos|sockets?|processors?|proc|prozessoren|threads?)$/i;

/** Cores and sockets: a whole number, `4`, `4 vCPU`, `2x`. */
export function cleanseCount(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  if (reading.unit !== '' && !COUNT_WORDS.test(reading.unit))
    return unsaid('unit-unknown', `${quoted(reading.unit)} is not what cores and sockets are counted in.`);
  if (!Number.isSafeInteger(reading.value) || reading.value < 0)
    return unsaid('not-a-count', `${quoted(text)} is no whole number from 0.`);
  return cleansed(reading.value, 'count', 'A whole number.');
}

/**
 * Per cent as the number before the sign: `45 %` is 45. A number without a sign is left as it is: whether 0.45 is a
 * share or less than half a per cent is for the column to say (`unit: 'fraction'`).
 */
export function cleansePercent(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  let reading = readMeasured(cell, text, options);
  // A thousand per cent is no utilisation, so one mark in `12.345 %` can only be the decimal mark.
  if (!isMeasured(reading) && reading.rule === 'number-ambiguous')
    reading = readMeasured(cell, text, { ...options, decimalMark: text.includes('.') ? '.' : ',' });
  if (!isMeasured(reading)) return reading;
  if (reading.unit === '' && options.unit === 'fraction')
    return cleansed(tidy(reading.value * 100), 'percent', 'A share of one, times 100.');
  if (reading.unit === '') return cleansed(reading.value, 'percent', 'A number without a sign, left as it is.');
  if (!/^(?:%|percent|per cent|pct|prozent)$/i.test(reading.unit))
    return unsaid('unit-unknown', `${quoted(reading.unit)} is no per cent sign.`);
  return cleansed(reading.value, 'percent', 'The number before the per cent sign.');
}

const MEGABITS_PER: Readonly<Record<string, number>> = {
  'bit/s': 1e-6,
  'kbit/s': 1e-3,
  'mbit/s': 1,
  'gbit/s': 1e3,
  'byte/s': 8e-6,
  'kbyte/s': 8e-3,
  'mbyte/s': 8,
  'gbyte/s': 8e3,
};

/** Throughput in megabits a second. `Mbps` are bits and `MBps` are bytes: here the case of the B counts. */
export function cleanseThroughput(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  const unit = reading.unit === '' ? (options.unit ?? '') : reading.unit;
  if (unit === '') return unsaid('unit-missing', `${quoted(text)} has no unit, and none is given for the column.`);
  const parts = /^([kmg]?)(?:(b)(?:it)?s?|(B)(?:yte)?s?)(?:ps|\/s(?:ec)?)$/.exec(
    unit.replace(/\s/g, '').replace(/^[KMG]/, (prefix) => prefix.toLowerCase()),
  );
  const factor = parts === null ? undefined : MEGABITS_PER[`${parts[1] ?? ''}${parts[2] ? 'bit' : 'byte'}/s`];
  if (factor === undefined) return unsaid('unit-unknown', `${quoted(unit)} is no unit of throughput.`);
  return cleansed(tidy(reading.value * factor), 'throughput', `From ${unit} to megabits a second.`);
}

const MHZ_PER: Readonly<Record<string, number>> = { hz: 1e-6, khz: 1e-3, mhz: 1, ghz: 1e3 };

/** Clock speed in megahertz. */
export function cleanseFrequency(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  const unit = reading.unit === '' ? (options.unit ?? '') : reading.unit;
  if (unit === '') return unsaid('unit-missing', `${quoted(text)} has no unit, and none is given for the column.`);
  const factor = MHZ_PER[unit.toLowerCase()];
  if (factor === undefined) return unsaid('unit-unknown', `${quoted(unit)} is no unit of frequency.`);
  return cleansed(tidy(reading.value * factor), 'frequency', `From ${unit} to MHz.`);
}

/** Operations a second and the like: any number, with or without its word. */
export function cleanseNumber(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  if (reading.unit !== '' && !/^(?:iops|io\/s|ops|tps)$/i.test(reading.unit))
    return unsaid('unit-unknown', `${quoted(reading.unit)} is not what operations are counted in.`);
  return cleansed(reading.value, 'number', 'A number.');
}
