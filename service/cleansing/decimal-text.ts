/** What a text says as a number: its value, that it can be read in two ways, or that it is none. */
export type DecimalReading = { kind: 'number'; value: number } | { kind: 'ambiguous' } | { kind: 'no-number' };

const NO_NUMBER: DecimalReading = { kind: 'no-number' };
const AMBIGUOUS: DecimalReading = { kind: 'ambiguous' };
/** More digits than any count, size or price has; a longer text is an identifier. */
const MAX_CHARACTERS = 40;

/**
 * Reads `1234`, `1.5`, `1,5`, `1.234,5`, `1,234.5`, `1'234`, `1 234`, `12.345.678`, `-3`, `1e3`. One mark before exactly
 * three digits (`1.234`, `16,384`) can be a thousands or a decimal mark: ambiguous, unless `decimalMark` says which, or
 * the number starts with a zero (`0.512`).
 */
export function readDecimal(text: string, decimalMark?: '.' | ','): DecimalReading {
  if (text.length > MAX_CHARACTERS) return NO_NUMBER;
  const bare = text.replace(/^[−–]/, '-');
  if (/^[-+]?\d+$/.test(bare) || /^[-+]?(?:\d+\.?\d*|\.\d+)e[-+]?\d{1,3}$/i.test(bare)) return numberOf(bare);
  const joined = bare.replace(/(?<=\d)['’\u00a0\u202f ](?=\d{3}(?!\d))/g, '');
  if (!/^[-+]?\d*(?:[.,]\d+)*[.,]?$/.test(joined) || !/\d/.test(joined)) return NO_NUMBER;
  const marks: string[] = joined.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return numberOf(joined);
  if (marks.length === 1) return oneMark(joined, joined !== bare, decimalMark);
  const other = last === '.' ? ',' : '.';
  if (marks.every((mark) => mark === last)) return grouped(joined, last);
  if (marks.lastIndexOf(other) !== marks.length - 2 || marks.indexOf(last) !== marks.length - 1) return NO_NUMBER;
  const [whole = '', fraction = ''] = joined.split(last);
  const reading = grouped(whole, other);
  return reading.kind === 'number' ? numberOf(`${whole.replaceAll(other, '')}.${fraction}`) : reading;
}

/** `joined` has one mark; where thousands were already set apart otherwise, it can only be the decimal mark. */
function oneMark(joined: string, thousandsSetApart: boolean, decimalMark: '.' | ',' | undefined): DecimalReading {
  const [whole = '', fraction = ''] = joined.replace(/^[-+]/, '').split(/[.,]/);
  const mark = joined.includes('.') ? '.' : ',';
  const couldBeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && !thousandsSetApart;
  if (couldBeThousands && decimalMark === undefined) return AMBIGUOUS;
  if (couldBeThousands && decimalMark !== mark) return numberOf(joined.replace(mark, ''));
  return numberOf(joined.replace(',', '.'));
}

function grouped(text: string, mark: string): DecimalReading {
  const [first = '', ...groups] = text.replace(/^[-+]/, '').split(mark);
  const fits = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return fits ? numberOf(text.replaceAll(mark, '')) : NO_NUMBER;
}

function numberOf(text: string): DecimalReading {
  const value = Number(text) + 0;
  return Number.isFinite(value) ? { kind: 'number', value } : NO_NUMBER;
}

/** The decimal mark of an amount with more than hundredths, `0.0834`: those with hundredths only are read by themselves. */
export function markOfFineAmount(text: string): '.' | ',' | null {
  const mark = markShownBy(text);
  return mark !== null && FINE.exec(text)?.[1] === mark ? mark : null;
}

const FINE = /([.,])\d{3,}(?![\d.,'’])/;

/**
 * The decimal mark one text shows, also after words (`Euro 1.234,50`): `1,5` and `1.234,5` show a comma, `0.5` and `1,234.5`
 * a point; null when it shows none.
 */
export function markShownBy(text: string): '.' | ',' | null {
  const shape = /^\D{0,24}([\d.,'’ ]{1,40})/.exec(text)?.[1]?.trim() ?? '';
  const marks = shape.match(/[.,]/g) ?? [];
  const last = marks.at(-1) as '.' | ',' | undefined;
  if (last === undefined || readDecimal(shape).kind !== 'number') return null;
  const repeated = marks.length > 1 && marks.every((mark) => mark === last);
  return repeated ? (last === '.' ? ',' : '.') : last;
}
