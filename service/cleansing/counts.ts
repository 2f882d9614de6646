import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { isMeasured, readMeasured, tidy } from './measured-number.ts';
import { folded } from './plain-text.ts';
import { severalAlike } from './several-alike.ts';

/** What people write beside a count, folded. Processors may be either. */
const EITHER = 'x|cpus?|processors?|procs?|prozessoren|processeurs|processoren|processori|procesadores|processadores';
const COUNTED = {
  cores: new RegExp(
    `^(?:${EITHER}|(?:(?:logical|physical|virtual|logische|physische|virtuelle) )?(?:vcpus?|v?cores?|kerne?|cœurs|coeurs|nucleos|nuclei|kernen|threads?)|(?:${EITHER}) (?:virtuali|virtuales|virtuels|virtuais|logici|logicos|logiques)|(?:logical|virtual|logische|virtuelle) (?:${EITHER}))(?:\\(s\\))?$`,
  ),
  sockets: new RegExp(`^(?:${EITHER}|sockets?|sockel|(?:physical|physische) (?:${EITHER}))(?:\\(s\\))?$`),
};

/**
 * A rule for cores or sockets: a whole number from 1, `4`, `4 vCPU`, `2x`, `Cores: 8`, of cores also `2 x 8`. `CPU 7` and
 * `Socket 2011` are names, not counts, and cores say nothing of sockets.
 */
export function cleanseCountOf(what: keyof typeof COUNTED) {
  const read = countOf(what);
  if (what === 'sockets') return read;
  return (cell: Cell, text: string, options: CleanseOptions): Cleansed => {
    const several = typeof cell === 'string' ? severalAlike(text) : null;
    const one = several === null ? null : read(several.one, several.one, options);
    if (several === null || typeof one?.value !== 'number') return read(cell, text, options);
    return cleansed(several.times * one.value, 'count', `${several.times} times ${quoted(several.one)}.`);
  };
}

function countOf(what: keyof typeof COUNTED) {
  return (cell: Cell, text: string, options: CleanseOptions): Cleansed => {
    const reading = readMeasured(cell, text, options);
    if (!isMeasured(reading)) return reading;
    const word = folded(reading.unit);
    const isName = /^[a-z]/.test(folded(text)) && !/[:=]$/.test(word);
    if (word !== '' && (isName || !COUNTED[what].test(word.replace(/ ?[:=]$/, ''))))
      return unsaid('unit-unknown', `${quoted(reading.unit)} is not what ${what} are counted in.`);
    if (reading.value === 0) return unsaid('zero', `No machine has 0 ${what}.`);
    return wholeNumber(reading.value, text);
  };
}

/** A client's own counts: a whole number without a unit. */
export function cleanseCount(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  if (reading.unit !== '') return unsaid('unit-unknown', `${quoted(reading.unit)} is no part of a number.`);
  return wholeNumber(reading.value, text);
}

function wholeNumber(value: number, text: string): Cleansed {
  return Number.isSafeInteger(value) && value >= 0
    ? cleansed(value, 'count', 'A whole number.')
    : unsaid('not-a-count', `${quoted(text)} is no whole number from 0.`);
}

/** What says which figure of several it is; whether a field holds means or peaks is for its mapping to say. */
const PERCENT_LABEL =
  /^(?:avg|average|mean|peak|max|maximum|ø|∅|mittelwert|mittel|durchschnitt|spitze|moyenne|moy|pic|media|promedio|pico|picco|gemiddeld)\.?(?: ?[:=] ?| ?(?=\d))/i;

/**
 * Per cent as the number before the sign: `45 %` is 45. A number without a sign is left as it is: whether 0.45 is a
 * share or less than half a per cent is for the column to say (`unit: 'fraction'`).
 */
export function cleansePercent(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const number = typeof cell === 'string' ? text.replace(PERCENT_LABEL, '') : text;
  let reading = readMeasured(cell, number, options);
  // A thousand per cent is no utilisation, so one mark in `12.345 %` can only be the decimal mark.
  if (!isMeasured(reading) && reading.rule === 'number-ambiguous')
    reading = readMeasured(cell, number, { ...options, decimalMark: text.includes('.') ? '.' : ',' });
  if (!isMeasured(reading)) return reading;
  if (reading.value < 0) return unsaid('negative', `${quoted(text)} is below zero; a utilisation cannot be.`);
  const isShare = reading.unit === '' && options.unit === 'fraction';
  const value = isShare ? tidy(reading.value * 100) : reading.value;
  if (value > 100) return unsaid('percent-above-100', `${quoted(text)} is above 100 %; a utilisation cannot be.`);
  if (isShare) return cleansed(value, 'percent', 'A share of one, times 100.');
  if (reading.unit === '') return cleansed(value, 'percent', 'A number without a sign, left as it is.');
  if (
    !/^(?:%|percent|per cent|pct|prozent|procent|pour cent|por ciento|por cento|per cento)(?: (?:used|utili[sz]ed|belegt|utilise|usado))?$/i.test(
      reading.unit,
    )
  )
    return unsaid('unit-unknown', `${quoted(reading.unit)} is no per cent sign.`);
  return cleansed(value, 'percent', 'The number before the per cent sign.');
}

const BITS_PER: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 2 ** 10,
  mi: 2 ** 20,
  gi: 2 ** 30,
};

/**
 * Megabits a second in one of this unit, or null. `Mbps` are bits and `MBps` are bytes: here the case of the B counts.
 * `Ki`, `Mi`, `Gi` are steps of 1,024 (IEC 80000-13), `o` is the French octet. Interfaces are called `10 Gigabit`.
 */
function megabitsPer(unit: string): number | null {
  const bare = unit
    .replace(/ ?(?:\bper|\/) ?s(?:ec(?:ond)?s?)?$/i, '/s')
    .replace(/ps$/, '/s')
    .replace(/\s/g, '')
    .replace(/^(kilo|mega|giga)(?=bit|byte)/i, (prefix) => prefix.charAt(0))
    .replace(/^[KMG]/, (prefix) => prefix.toLowerCase());
  if (/^(?:mega|giga)bits?$/i.test(unit)) return bare.startsWith('m') ? 1 : 1000;
  const parts = /^([kmg]?i?)(?:(b|bits?)|(B|[Bb]ytes?|o))\/s$/.exec(bare);
  const bits = parts === null ? undefined : BITS_PER[parts[1] ?? ''];
  return bits === undefined ? null : ((parts?.[3] === undefined ? 1 : 8) * bits) / 1e6;
}

/** Throughput in megabits a second. */
export function cleanseThroughput(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  const unit = reading.unit === '' ? (options.unit ?? '') : reading.unit;
  if (unit === '') return unsaid('unit-missing', `${quoted(text)} has no unit, and none is given for the column.`);
  const factor = megabitsPer(unit);
  if (factor === null) return unsaid('unit-unknown', `${quoted(unit)} is no unit of throughput.`);
  if (reading.value < 0) return unsaid('negative', `${quoted(text)} is below zero; a throughput cannot be.`);
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
  if (reading.value < 0) return unsaid('negative', `${quoted(text)} is below zero; a clock speed cannot be.`);
  return cleansed(tidy(reading.value * factor), 'frequency', `From ${unit} to MHz.`);
}

const IOPS_UNIT = /^(k ?)?(?:iops|(?:io|i\/o|op|tp)s?(?: ?(?:\/|per) ?s(?:ec(?:ond)?)?|s)?)?$/i;

/** Operations a second, with or without their word; `1.5k IOPS` is 1,500. */
export function cleanseIops(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  const unit = IOPS_UNIT.exec(reading.unit);
  if (unit === null || reading.unit.toLowerCase() === 'k')
    return unsaid('unit-unknown', `${quoted(reading.unit)} is not what operations are counted in.`);
  if (reading.value < 0) return unsaid('negative', `${quoted(text)} is below zero; a number of operations cannot be.`);
  return unit[1] === undefined
    ? cleansed(reading.value, 'number', 'A number.')
    : cleansed(tidy(reading.value * 1000), 'number', 'Thousands of operations a second.');
}

/** A client's own figures: any number without a unit. */
export function cleanseNumber(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  if (reading.unit !== '') return unsaid('unit-unknown', `${quoted(reading.unit)} is no part of a number.`);
  return cleansed(reading.value, 'number', 'A number.');
}
