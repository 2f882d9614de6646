/** Longer texts hardly repeat. */
const KEPT_CHARACTERS_MAX = 40;
/** A power of two. */
const TEXTS_KEPT = 4_096;
const ASCII_MAX = 127;

/**
 * Reads texts from bytes, the same object for the same short text: texts that repeat, as names of fields and values of
 * a sheet do, are compared instead of made anew, and leave nothing to collect.
 */
export class KnownTexts {
  private readonly texts: (string | undefined)[] = new Array<string | undefined>(TEXTS_KEPT);

  /** Where the zero stood that ended the text `untilZero` has just read. */
  end = 0;

  /** The UTF-8 text from `from` to before `to`. */
  at(bytes: Buffer, from: number, to: number): string {
    if (to - from > KEPT_CHARACTERS_MAX) return bytes.toString('utf8', from, to);
    let hash = 0;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte > ASCII_MAX) return bytes.toString('utf8', from, to);
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    return this.known(bytes, from, to, hash);
  }

  /** The UTF-8 text from `from` to before the next zero. */
  untilZero(bytes: Buffer, from: number): string {
    let hash = 0;
    let isAscii = true;
    let to = from;
    for (let byte = bytes[to] ?? 0; byte !== 0; byte = bytes[++to] ?? 0) {
      isAscii &&= byte <= ASCII_MAX;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    this.end = to;
    const isKept = isAscii && to - from <= KEPT_CHARACTERS_MAX;
    return isKept ? this.known(bytes, from, to, hash) : bytes.toString('utf8', from, to);
  }

  private known(bytes: Buffer, from: number, to: number, hash: number): string {
    const place = (hash ^ (hash >>> 12)) & (TEXTS_KEPT - 1);
    const known = this.texts[place];
    if (known !== undefined && isAt(known, bytes, from, to)) return known;
    return (this.texts[place] = bytes.toString('latin1', from, to));
  }
}

function isAt(text: string, bytes: Buffer, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) !== bytes[from + index]) return false;
  return true;
}
