/** A date of a name, `2026-10-01` or `2026-10`; the two differ where a name leaves open which number is the month. */
export interface NameDate {
  /** null: read so it is no date, or none with its year */
  dayFirst: string | null;
  monthFirst: string | null;
}

/** How a date may be written in folded text. */
interface Form {
  pattern: RegExp;
  read: (parts: readonly string[]) => NameDate;
}

export const YEAR = '(?:19|20)\\d\\d';
/** Before the file's ending, if there is one. */
export const AT_END = '(?=[-\\s_.]*(?:\\.[a-z]{2,4})?$)';

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const DAY_OF_TWO_DIGITS = '(?:0[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const MONTH_OF_TWO_DIGITS = '(?:0[1-9]|1[0-2])';
/** Of any two digits few are a year. */
const SHORT_YEAR = '(?:1[5-9]|2\\d)';
const HOUR = '(?:[01]\\d|2[0-3])';
const MINUTE = '[0-5]\\d';
const ATTACHED_TIME = `${HOUR}${MINUTE}(?:${MINUTE})?`;
/** `12-30-15-123Z` */
const FRACTION_AND_ZONE = '(?:[-_.:]\\d{3,6}(?=z))?(?:z(?![a-z]))?';
/** Four digits alone are a time by night, when scheduled exports are made: `_1010` is rather a plant. */
const TIMES = [
  `(?:${HOUR}|\\d)[-_.:h]${MINUTE}(?:[-_.:]?${MINUTE})?`,
  `${HOUR}${MINUTE}${MINUTE}`,
  `0\\d${MINUTE}`,
  `(?<=t)${HOUR}${MINUTE}`,
];
/** Behind a day or month; where a second date follows, its year is no time. */
const timeOf = (times: readonly string[]): string =>
  `(?:[ t_.-]+(?!${YEAR}[-_. ]${MONTH_OF_TWO_DIGITS})(?:${times.join('|')})${FRACTION_AND_ZONE})?`;
const TIME = timeOf(TIMES);
/** Who writes a day without signs writes a time so. */
const TIME_BEHIND_DIGITS = timeOf([...TIMES, `${HOUR}${MINUTE}`]);

const MONTHS = [
  'january januar janvier enero jan ene',
  'february februar fevrier febrero feb fev',
  'march marz maerz mars marzo mar mrz',
  'april avril abril apr avr abr',
  'may mai mayo',
  'june juni juin junio jun',
  'july juli juillet julio jul',
  'august aout agosto aug ago',
  'september septembre septiembre sept sep',
  'october oktober octobre octubre oct okt',
  'november novembre noviembre nov',
  'december dezember decembre diciembre dec dez dic',
].map((words) => words.split(' '));
const NAMED = `(?:${MONTHS.flat().join('|')})`;
/** A word of its own; its year or day may be attached. */
const NAMED_FIRST = `(?<![a-z])(${NAMED})`;

/** No number of a place, a net or a version. */
const UNNUMBERED =
  '(?<!(?<![a-z])(?:site|standort|werk|plant|dc|rz|rack|room|raum|floor|etage|hall|halle|zone|region|cluster|row|unit|branch|filiale|store|v?lan|net|network|netz|subnet|fw|firmware|os|v|ver|version|rev|release|build)[-_. ]{0,2})';
/** No part of an address or a version. */
const UNDOTTED = '(?<!\\d\\.?)';
const ENDS_UNDOTTED = '(?!\\.?\\d)';
/** The year begins no date of its own: `MAR 2026-10`. */
const NO_YEAR_FIRST = `(?!\\d|-${MONTH_OF_TWO_DIGITS}(?!\\d)|([-_. ])${MONTH_OF_TWO_DIGITS}\\3${DAY_OF_TWO_DIGITS}(?!\\d))`;
/** `10-25`, `25-10`: one of the two is a month. */
const DAY_AND_MONTH = `(?=${DAY}[-_ ]${MONTH}(?!\\d)|${MONTH}[-_ ]${DAY}(?!\\d))(\\d\\d?)([-_ ])(\\d\\d?)\\2`;
/** `9.2026`, `10.2026`, `servers-10-2026`, but for `site-10-` and `site.1.` */
const MONTH_BY_SIGN = `(?<![a-z\\d])(?:(?=\\d\\d-)|(?<!\\.)(?=\\d\\d?\\.))${UNNUMBERED}(${MONTH})[-.]`;

/** `1. `, `1-` and `1.`, but for `site-1-` and `site.1.` */
const DAY_BY_SIGN = `${DAY}(?=\\. )|(?<!-)${DAY}(?=-)|(?<!\\.)${DAY}(?=\\.)`;

/** Behind a word that says that a date follows. */
const SAID = '(?<=(?<![a-z])(?:stand|vom|per|datum|date|as of)[-_. ]+)';

const form = (pattern: string, read: Form['read']): Form => ({ pattern: new RegExp(pattern), read });

const NO_YEAR: NameDate = { dayFirst: null, monthFirst: null };

const WITH_YEAR: readonly Form[] = [
  // `2026-10-01_12.30.15`, `2026-10`
  form(`(?<!\\d)(${YEAR})([-_. ])(${MONTH_OF_TWO_DIGITS})(?:\\2(${DAY}))?${TIME}(?!\\d)`, ([year, , month, day]) =>
    certain(year, month, day),
  ),
  // `20261001_1430`
  form(
    `(?<!\\d)(${YEAR})(${MONTH_OF_TWO_DIGITS})(${DAY_OF_TWO_DIGITS})${TIME_BEHIND_DIGITS}(?!\\d)`,
    ([year, month, day]) => certain(year, month, day),
  ),
  // `202610`
  form(`(?<!\\d)(${YEAR})(${MONTH_OF_TWO_DIGITS})${TIME}(?!\\d)`, ([year, month]) => certain(year, month)),
  // `20261001123015`
  form(`(?<!\\d)(${YEAR})(${MONTH_OF_TWO_DIGITS})(${DAY_OF_TWO_DIGITS})${ATTACHED_TIME}(?!\\d)`, ([year, month, day]) =>
    certain(year, month, day),
  ),
  // `01.10.2026_0830`
  form(`${UNDOTTED}(${DAY})\\.(${MONTH})\\.(${YEAR})${TIME}${ENDS_UNDOTTED}`, ([day, month, year]) =>
    certain(year, month, day),
  ),
  // `01-10-2026`
  form(`${UNDOTTED}${DAY_AND_MONTH}(${YEAR})${TIME}${ENDS_UNDOTTED}`, ([one, , two, year]) => ({
    dayFirst: dateOf(year, two, one),
    monthFirst: dateOf(year, one, two),
  })),
  // `10.2026`
  form(`${MONTH_BY_SIGN}(${YEAR})${NO_YEAR_FIRST}`, ([month, year]) => certain(year, month)),
  // `28. Januar 2026`, `1 Oct 2026`; `site 3 October 2026` may be of site 3
  form(
    `(?<![a-z\\d])(${UNNUMBERED}${DAY}|${DAY_BY_SIGN})(?:\\. |[-_. ]?)(${NAMED})(?:, |[-_. ]?)(${YEAR})${TIME}(?!\\d)`,
    ([day, month, year]) => certain(year, month, day),
  ),
  // `Jan 28 2026`, `January 5, 2026`
  form(`${NAMED_FIRST}[-_. ]?(${DAY})(?:, |[-_., ])(${YEAR})${TIME}(?!\\d)`, ([month, day, year]) =>
    certain(year, month, day),
  ),
  // `Oktober 2026`, `2026 october`
  form(`${NAMED_FIRST}[-_. ]?(${YEAR})${NO_YEAR_FIRST}`, ([month, year]) => certain(year, month)),
  form(`(?<!\\d)(${YEAR})[-_. ]?(${NAMED})(?![a-z])`, ([year, month]) => certain(year, month)),
];

const OF_SHORT_YEAR: readonly Form[] = [
  // `01.10.26`, `Stand 1.10.26`; `7.4.21` is rather a version
  form(
    `${UNDOTTED}${UNNUMBERED}(?=\\d\\d\\.\\d\\d\\.|${SAID})(${DAY})\\.(${MONTH})\\.(${SHORT_YEAR})${TIME}${ENDS_UNDOTTED}`,
    ([day, month, year]) => certain(`20${year}`, month, day),
  ),
  // `01-10-26`, `10-25-26`: any of the three may be the year
  form(`${UNDOTTED}${UNNUMBERED}(?=\\d\\d.\\d\\d)${DAY_AND_MONTH}${SHORT_YEAR}${TIME}${ENDS_UNDOTTED}`, () => NO_YEAR),
];

const MONTH_ALONE: readonly Form[] = [form(`${NAMED_FIRST}(?![a-z])${AT_END}`, () => NO_YEAR)];

const BEHIND_A_NAME: readonly Form[] = [
  // `feb26`, `feb'26`
  form(`${NAMED_FIRST}(?:[-_. ]?['’])?(${SHORT_YEAR})(?!\\d)${AT_END}`, ([month, year]) => certain(`20${year}`, month)),
  // `Jan 28`
  form(`${NAMED_FIRST}[-_. ]{1,2}${DAY}(?!\\d)${AT_END}`, () => NO_YEAR),
];

export interface Undated {
  rest: string;
  dates: readonly NameDate[];
}

/** Takes the dates out of a folded name, with the times beside them; those that say most first. */
export const withoutDates = (text: string): Undated => withoutForms(text, [WITH_YEAR, OF_SHORT_YEAR, MONTH_ALONE]);

/** The same of a month with two digits at the end, which is a date of a file that is called after it only. */
export const withoutShortDate = (text: string): Undated => withoutForms(text, [BEHIND_A_NAME]);

function withoutForms(text: string, tiers: readonly (readonly Form[])[]): Undated {
  let rest = text;
  const dates: NameDate[] = [];
  for (const forms of tiers)
    for (let found = firstOf(forms, rest); found !== null; found = firstOf(forms, rest)) {
      dates.push(found.date);
      rest = `${rest.slice(0, found.from)} ${rest.slice(found.to)}`;
    }
  return { rest, dates };
}

/** The one that begins first: what stands in it, as a time behind a day, is no date of its own. */
function firstOf(forms: readonly Form[], text: string): { from: number; to: number; date: NameDate } | null {
  let first: RegExpExecArray | null = null;
  let date = NO_YEAR;
  for (const { pattern, read } of forms) {
    const found = pattern.exec(text);
    if (found === null || (first !== null && first.index <= found.index)) continue;
    first = found;
    date = read(found.slice(1));
  }
  return first === null ? null : { from: first.index, to: first.index + first[0].length, date };
}

function certain(year = '', month = '', day?: string): NameDate {
  const date = dateOf(year, month, day);
  return { dayFirst: date, monthFirst: date };
}

function dateOf(year = '', month = '', day?: string): string | null {
  const number = /^\d/.test(month) ? Number(month) : 1 + MONTHS.findIndex((words) => words.includes(month));
  if (number > MONTHS.length) return null;
  return [year, twoDigits(number), ...(day === undefined ? [] : [twoDigits(Number(day))])].join('-');
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
