import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { folded } from './plain-text.ts';
import { isMeasured, readMeasured, tidy } from './measured-number.ts';
import { severalAlike } from './several-alike.ts';

/**
 * Gigabytes in steps of 1,024, as memory and virtual disks are counted: hypervisors print `MB` and `GB` and mean MiB and
 * GiB (RVTools renamed its columns from MB to MiB without changing a figure).
 */
const GB_PER: Readonly<Record<string, number>> = {
  b: 1 / 1024 ** 3,
  byte: 1 / 1024 ** 3,
  bytes: 1 / 1024 ** 3,
  octets: 1 / 1024 ** 3,
  k: 1 / 1024 ** 2,
  m: 1 / 1024,
  g: 1,
  t: 1024,
  p: 1024 ** 2,
  e: 1024 ** 3,
};

/** `ГБ`, `МБ`: the letters of GOST 8.417 for the same units. */
const CYRILLIC: Readonly<Record<string, string>> = { к: 'k', м: 'm', г: 'g', т: 't', п: 'p', б: 'b' };

/** Gigabytes in one of this unit, or null: `MB`, `MiB`, `M`, `Mo`, `megabytes`, `GBytes`, `TB` … in any case. */
export function gigabytesPer(unit: string): number | null {
  const word = unit
    .toLowerCase()
    .replace(/\s+|\.$/g, '')
    .replace(/^[кмгтп]?б$/, (cyrillic) => Array.from(cyrillic, (letter) => CYRILLIC[letter] ?? letter).join(''));
  const letter =
    /^([kmgtpe])(?:i?b|i?o|i|bytes?|ib(?:ytes?)?)?$/.exec(word)?.[1] ??
    /^(m|g)(?:egs|igs?)$/.exec(word)?.[1] ??
    /^(k|m|g|t|p|e)(?:ilo|ega|iga|era|eta|xa|ibi|ebi|obi|exbi)-?(?:bytes?|octets?)$/.exec(word)?.[1];
  return GB_PER[letter ?? word] ?? null;
}

/** What is measured, not how much: dmidecode, price lists and people write it beside the size. Folded. */
const KIND_WORDS = {
  memory:
    'ram|memory|mem|ecc|(?:lp)?ddr[1-6][a-z]?(?:-[0-9]{3,5})?|sdram|r?dimms?|[0-9]{3,5} ?(?:mhz|mt/s)|arbeitsspeicher|memoire|memoria|geheugen|total',
  storage:
    'ssds?|hdds?|nvme|sata|sas|scsi|m\\.2|disk|drive|hard (?:disk|drive)|flash|festplatte|disque|disco|schijf|nas|san|total|raid ?[0-9]{1,2}|[0-9]{1,2}(?:[.,][0-9])?k(?: ?rpm)?|[0-9]{4,5} ?rpm|thin|thick|\\((?:thin|thick)\\)',
} as const;
/** `(2x8GB)`: what it is made of; `(15.7 GB usable)`: what Windows leaves of it; `(45%)`: how much of a disk that is. */
const ASIDE =
  / ?\((?:\d{1,3} ?x ?[\d.,]{1,8}(?: ?[a-z]{1,3})?|[\d.,]{1,8} ?[a-z]{1,3} (?:usable|verwendbar|utilisables?|utilizables?|utilizzabili|bruikbaar)|[\d.,]{1,8} ?%)\)$/i;
/** What several disks hold together, a RAID does not. */
const RAID = /\braid\b/i;
/** Longer texts are prose. */
const SIZE_MAX_CHARACTERS = 60;

/** A rule for memory, or for storage and database sizes: a number of gigabytes. A number whose unit nobody gave is not guessed. */
export function cleanseSizeOf(kind: keyof typeof KIND_WORDS) {
  const after = new RegExp(`(?:[ ,]+(?:${KIND_WORDS[kind]})){1,4}$`);
  const before = new RegExp(`^(?:${KIND_WORDS[kind]})(?: ?[:=] ?| )(?=[0-9])`);
  const read = (cell: Cell, text: string, options: CleanseOptions): Cleansed => {
    if (typeof cell !== 'string' || text.length > SIZE_MAX_CHARACTERS) return cleanseSize(cell, text, options);
    const size = withoutWords(withoutWords(text.replace(ASIDE, ''), after), before);
    if (size === text) return cleanseSizes(cell, text, options);
    const answer = RAID.test(text) ? cleanseSize(cell, size, options) : cleanseSizes(cell, size, options);
    // A text that says nothing is quoted whole.
    if (answer.value === null) return cleanseSize(cell, text, options);
    return { ...answer, reason: `${answer.reason} Without ${quoted(text.replace(size, ' ').trim())}.` };
  };
  if (kind === 'storage') return read;
  return (cell: Cell, text: string, options: CleanseOptions): Cleansed => {
    const answer = read(cell, text, options);
    return answer.value === 0 ? unsaid('zero', 'No machine has 0 GB of memory.') : answer;
  };
}

/** The words are compared without accents; where that would change the length of the text nothing is taken off. */
function withoutWords(text: string, words: RegExp): string {
  const plain = folded(text);
  const found = plain.length === text.length ? words.exec(plain) : null;
  return found === null ? text : text.slice(0, found.index) + text.slice(found.index + found[0].length);
}

/** `2 x 16 GB` is 32 GB. */
function cleanseSizes(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const several = typeof cell === 'string' ? severalAlike(text) : null;
  const one = cleanseSize(cell, several?.one ?? text, options);
  if (several === null) return one;
  if (typeof one.value !== 'number') return cleanseSize(cell, text, options);
  return {
    ...one,
    value: tidy(several.times * one.value),
    reason: `${several.times} times ${quoted(several.one)}. ${one.reason}`,
  };
}

function cleanseSize(cell: Cell, text: string, options: CleanseOptions): Cleansed {
  const reading = readMeasured(cell, text, options);
  if (!isMeasured(reading)) return reading;
  const unit = reading.unit === '' ? (options.unit ?? '') : reading.unit;
  if (unit === '') return unsaid('unit-missing', `${quoted(text)} has no unit, and none is given for the column.`);
  const factor = gigabytesPer(unit);
  if (factor === null) return unsaid('unit-unknown', `${quoted(unit)} is no unit of memory or storage.`);
  if (reading.value < 0) return unsaid('negative', `${quoted(text)} is below zero; a size cannot be.`);
  const value = tidy(reading.value * factor);
  const source = reading.unit === '' ? `${unit}, the unit of the column` : unit;
  return cleansed(value, 'size', factor === 1 ? `Read in ${source}.` : `From ${source} to GB, in steps of 1,024.`);
}
