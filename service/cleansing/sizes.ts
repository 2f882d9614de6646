import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import { isMeasured, readMeasured, tidy } from './measured-number.ts';

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

/** Gigabytes in one of this unit, or null: `MB`, `MiB`, `M`, `Mo`, `megabytes`, `GBytes`, `TB` … in any case. */
export function gigabytesPer(unit: string): number | null {
  const word = unit.toLowerCase().replace(/\s+|\.$/g, '');
  const letter =
    /^([kmgtpe])(?:i?b|i|o|bytes?|ib(?:ytes?)?)?$/.exec(word)?.[1] ??
    /^(k|m|g|t|p|e)(?:ilo|ega|iga|era|eta|xa|ibi|ebi|obi|exbi)-?(?:bytes?|octets?)$/.exec(word)?.[1];
  return GB_PER[letter ?? word] ?? null;
}

/** Memory, storage and database sizes as a number of gigabytes. A number whose unit nobody gave is not guessed. */
export function cleanseSize(cell: Cell, text: string, options: CleanseOptions): Cleansed {
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
