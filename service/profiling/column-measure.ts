import { grown } from '../engine-parts/grown.ts';
import { cellText, isAmountCell, isDateCell, withoutCurrency, type Cell } from '#shared/schemas/cell.schema.ts';
import { isBlankText } from '../sheet-rows/blank.ts';
import { CELL_TYPES, type ColumnPart } from './column-part.ts';
import { DistinctTexts, type DistinctList } from './distinct-texts.ts';
import { numberOfText, recognise, recognitionOf, type Recognition } from './recognition.ts';
import { TextHash } from './text-hash.ts';

const [TEXT, NUMBER, BOOLEAN, DATE, ERROR] = [0, 1, 2, 3, 4] as const;

/** Room for values, shared by the columns of a part. */
interface Room {
  left: number;
}

/** Which values a measure remembers. */
interface Remembered {
  room: Room;
  /** More values than these are never asked for; infinite where earlier rows may have had others first. */
  limit: number;
  /** The column's first values, when all are known. */
  known: DistinctList | null;
}

/** One hash at a time: it is used up before the next cell. */
const hash = new TextHash();

/** Measures one column over the rows of a range, in row order. Keeps hashes and counts, no text. */
export class ColumnMeasure {
  private readonly remembered: Remembered;
  private readonly values = new DistinctTexts();
  private counts = new Uint32Array(16);
  /** Ids of recognitions by value. */
  private looks = new Uint32Array(16);
  private blank = 0;
  private readonly types = CELL_TYPES.map(() => 0);
  private minLength = Number.POSITIVE_INFINITY;
  private maxLength = 0;
  private totalLength = 0;
  private minNumber: number | null = null;
  private maxNumber: number | null = null;
  private nextLargest: number | null = null;
  /** Cells by recognition, errors left out: an error is not recognised. Of them texts: only these hold several values. */
  private readonly recognised: number[] = [];
  private readonly recognisedTexts: number[] = [];
  private others = 0;
  private isOpen = false;

  constructor(remembered: Remembered) {
    this.remembered = remembered;
    const { known } = remembered;
    known?.firstRows.forEach((row, at) =>
      this.remember({ low: known.keys[2 * at] ?? 0, high: known.keys[2 * at + 1] ?? 0 }, row),
    );
  }

  /** @returns what the cell's text looks like; null when it is blank */
  add(cell: Cell, row: number): Recognition | null {
    const text = typeof cell === 'string' ? cell : cellText(cell);
    if (isBlankText(text)) {
      this.blank += 1;
      return null;
    }
    const type = typeOf(cell);
    this.types[type] = (this.types[type] ?? 0) + 1;
    const { length } = text;
    if (length < this.minLength) this.minLength = length;
    if (length > this.maxLength) this.maxLength = length;
    this.totalLength += length;
    const value = withoutCurrency(cell);
    if (typeof value === 'number') this.widen(value);
    const recognition = this.count(text, row);
    if (type !== ERROR) raise(this.recognised, recognition.id);
    if (type === TEXT) raise(this.recognisedTexts, recognition.id);
    return recognition;
  }

  part(): ColumnPart {
    return {
      blank: this.blank,
      types: [...this.types],
      minLength: Number.isFinite(this.minLength) ? this.minLength : 0,
      maxLength: this.maxLength,
      totalLength: this.totalLength,
      minNumber: this.minNumber,
      maxNumber: this.maxNumber,
      nextLargest: this.nextLargest,
      detected: tally(this.recognised, ({ names }) => names),
      multiValued: tally(this.recognisedTexts, ({ separators }) => separators),
      values: this.countedValues(),
      others: this.others,
      isOpen: this.isOpen,
    };
  }

  /** Whatever repeats is looked at once. */
  private count(text: string, row: number): Recognition {
    hash.of(text);
    let at = this.values.indexOf(hash);
    if (at >= 0 && this.counts[at] !== 0) {
      this.counts[at] = (this.counts[at] ?? 0) + 1;
      return recognitionOf(this.looks[at] ?? 0);
    }
    const recognition = recognise(text);
    this.widen(numberOfText(text));
    if (at < 0) at = this.place(row);
    if (at >= 0) {
      this.counts[at] = 1;
      this.looks[at] = recognition.id;
    }
    return recognition;
  }

  /** @returns where the value just hashed stands from now on; -1 when it is not remembered */
  private place(row: number): number {
    const { limit, room } = this.remembered;
    if (this.values.size >= limit) this.others += 1;
    else if (room.left === 0) this.isOpen = true;
    else {
      room.left -= 1;
      return this.remember(hash, row);
    }
    return -1;
  }

  private remember(value: Pick<TextHash, 'low' | 'high'>, row: number): number {
    const at = this.values.append(value, row);
    if (at === this.counts.length) {
      this.counts = grown(this.counts);
      this.looks = grown(this.looks);
    }
    return at;
  }

  /** Of known values only those that were there. */
  private countedValues(): ColumnPart['values'] {
    const { keys, firstRows } = this.values.list();
    const counts = this.counts.slice(0, firstRows.length);
    if (!counts.includes(0)) return { keys, firstRows, counts };
    const there = [...counts.keys()].filter((at) => counts[at] !== 0);
    return {
      keys: Uint32Array.from(there.flatMap((at) => [keys[2 * at] ?? 0, keys[2 * at + 1] ?? 0])),
      firstRows: Uint32Array.from(there, (at) => firstRows[at] ?? 0),
      counts: counts.filter((count) => count !== 0),
    };
  }

  private widen(value: number | null): void {
    if (value === null) return;
    if (this.minNumber === null || value < this.minNumber) this.minNumber = value;
    if (this.maxNumber === null || value > this.maxNumber) {
      this.nextLargest = this.maxNumber;
      this.maxNumber = value;
    } else if (value < this.maxNumber && (this.nextLargest === null || value > this.nextLargest))
      this.nextLargest = value;
  }
}

function raise(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function tally(byRecognition: readonly number[], namesOf: (recognition: Recognition) => readonly string[]) {
  const counts: Record<string, number> = {};
  byRecognition.forEach((count, id) => {
    for (const name of namesOf(recognitionOf(id))) counts[name] = (counts[name] ?? 0) + count;
  });
  return counts;
}

function typeOf(cell: Cell): number {
  if (typeof cell === 'string') return TEXT;
  if (typeof cell === 'number') return NUMBER;
  if (typeof cell === 'boolean') return BOOLEAN;
  if (isAmountCell(cell)) return NUMBER;
  return isDateCell(cell) ? DATE : ERROR;
}
