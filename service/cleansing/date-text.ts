import { folded } from './plain-text.ts';

/** In digits, the year last. */
export interface NumericDay {
  kind: 'numeric';
  first: number;
  second: number;
  year: number;
  rest: string;
  twoDigitYear: boolean;
  sign: string;
}

/** A day as written, with its order still open where it is written in digits only. */
export type DayReading =
  | { kind: 'day'; year: number; month: number; day: number; rest: string; twoDigitYear: boolean }
  | NumericDay
  | { kind: 'incomplete'; what: 'month' | 'quarter' | 'year' | null }
  | { kind: 'no-date' };

/** `24-03-25`, written with hyphens as ISO dates are: the 24th of March, or of March of 2024. */
export function mayBeginWithYear({ first, second, year, twoDigitYear, sign }: NumericDay): boolean {
  return twoDigitYear && sign === '-' && first > 12 && second <= 12 && year % 100 >= 1 && year % 100 <= 31;
}

/** Beginnings of month names in English, German, French, Spanish, Italian, Dutch and Portuguese, without accents. */
const MONTHS: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:jan|janv|ene|gen)/],
  [2, /^(?:feb|fev)/],
  [3, /^(?:mar(?!t?edi)|mrz|maerz|maa|mrt)/],
  [4, /^(?:apr|avr|abr)/],
  [5, /^(?:may|mai|mei|mag)/],
  [6, /^(?:jun|juin|giu)/],
  [7, /^(?:jul|juil|lug)/],
  [8, /^(?:aug|aou|ago)/],
  [9, /^(?:sep|set)/],
  [10, /^(?:oct|okt|out|ott)/],
  [11, /^nov/],
  [12, /^(?:dec|dez|dic)/],
];

/** POSIX (strptime `%y`): 69–99 are the last century, 00–68 this one. Excel's own pivot makes a warranty of 2035 end in 1935. */
const fullYear = (year: number): number => (year >= 69 ? 1900 + year : 2000 + year);

/** `Mon, 15 Mar 2024`, `vendredi 15 mars 2024`: the week day says nothing the date does not. `mar` is March in most languages. */
const WEEK_DAY = new RegExp(
  `^(?:${[
    'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?',
    'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so',
    'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mer|jeu|ven|sam|dim',
    'lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|mi[eé]|jue|vie|s[aá]b|dom',
    'luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica',
    'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|wo|vr|za|zo|segunda|terça|quarta|quinta|sexta',
  ].join('|')})(?:-feira)?\\.?,? (?=\\S)`,
  'i',
);

/** The text of a date, with whatever follows the day (a time, a zone) as `rest`. */
export function readDay(written: string): DayReading {
  const text = written.replace(/[‐-―−]/g, '-').replace(WEEK_DAY, '');
  const stamp = readStamp(text);
  if (stamp !== null) return stamp;
  const yearFirst =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)(?!\d)(.*)$/.exec(text);
  if (yearFirst) return day([yearFirst[1], yearFirst[3], yearFirst[4]], yearFirst[5]);
  // No day is above 31: `99-12-31`.
  const shortYearFirst = /^(3[2-9]|[4-9]\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/.exec(text);
  if (shortYearFirst) return day([shortYearFirst[1], shortYearFirst[3], shortYearFirst[4]], shortYearFirst[5]);
  const digits = /^(\d{1,2})([-/. ]) ?(\d{1,2})\2 ?(\d{4}|\d\d)(?!\d)(.*)$/.exec(text);
  if (digits) {
    const twoDigitYear = digits[4]?.length === 2;
    const year = twoDigitYear ? fullYear(Number(digits[4])) : Number(digits[4]);
    return {
      kind: 'numeric',
      first: Number(digits[1]),
      second: Number(digits[3]),
      year,
      rest: digits[5] ?? '',
      twoDigitYear,
      sign: digits[2] ?? '',
    };
  }
  return namedMonth(text);
}

/**
 * Day and time as one run of digits: WMI's `20240315102030.000000+060` (DMTF DSP0004: the zone in minutes, `*` for what is
 * not known), LDAP's `20240315102030.0Z` (RFC 4517), ISO 8601's `20240315T102030Z`.
 */
function readStamp(text: string): DayReading | null {
  const parts =
    /^((?:19|20)\d\d)(\d\d)(\d\d)t?(\d\d)(\d\d)(\d\d)(?:[.,]([\d*]{1,6}))?(z|[-+](?:\d{2,4}|\d\d:\d\d|\*{3}))?$/i.exec(
      text,
    );
  if (parts === null) return null;
  const [, year, month, date, hour, minute, second, fraction = '', zone = ''] = parts;
  const minutes = Number(zone.slice(1));
  const offset = /^[-+]\d{3}$/.test(zone)
    ? `${zone.charAt(0)}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
    : zone.replace(/^.\*+$/, '');
  const split = fraction.replaceAll('*', '') === '' ? '' : `.${fraction.replaceAll('*', '')}`;
  return day([year, month, date], ` ${hour}:${minute}:${second}${split}${offset}`);
}

function namedMonth(text: string): DayReading {
  const bare = folded(text);
  const dayFirst =
    /^(\d{1,2})(?:\.|st|nd|rd|th|er)?[- /]?(?:de |of )?([a-z]{3,10})\.?,?[- /]?(?:de |of )?(\d{4}|\d\d)(?!\d)(.*)$/.exec(
      bare,
    );
  if (dayFirst) return day([dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]], dayFirst[4]);
  const monthFirst = /^([a-z]{3,10})\.?[- ](\d{1,2})(?:st|nd|rd|th)?(?:, ?|[- ])(\d{4})(?!\d)(.*)$/.exec(bare);
  if (monthFirst) return day([monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]], monthFirst[4]);
  // What `date` prints: `Fri Mar 15 10:20:30 UTC 2024`, the year last.
  const printed = /^([a-z]{3}) +(\d{1,2}) +(\d\d:\d\d:\d\d) +(?:([a-z]{3,4}) +)?(\d{4})$/.exec(bare);
  if (printed) return day([printed[5], monthOf(printed[1]), printed[2]], ` ${printed[3]} ${printed[4] ?? ''}`);
  const yearFirst = /^(\d{4})[- ]([a-z]{3,10})[- ](\d{1,2})(?!\d)(.*)$/.exec(bare);
  if (yearFirst) return day([yearFirst[1], monthOf(yearFirst[2]), yearFirst[3]], yearFirst[4]);
  if (/^(?:19|20)\d\d$/.test(bare)) return { kind: 'incomplete', what: 'year' };
  if (/^q[1-4][ -/]*(?:19|20)\d\d$|^(?:19|20)\d\d[ -/]*q[1-4]$/.test(bare))
    return { kind: 'incomplete', what: 'quarter' };
  return monthOnly(bare);
}

/** `05/2024`, `2024-05`, `May 2024`; `May-24` can be a month or a day. */
function monthOnly(bare: string): DayReading {
  const digits = /^(?:(\d{1,2})[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/.](\d{1,2}))$/.exec(bare);
  const month = Number(digits?.[1] ?? digits?.[2]);
  if (digits !== null) return { kind: 'incomplete', what: month >= 1 && month <= 12 ? 'month' : null };
  const named = /^[a-z]{3,10}\.?[- ,]{0,2}(\d{4}|'?\d\d)$/.exec(bare);
  if (named === null || monthOf(bare) === undefined) return { kind: 'no-date' };
  return { kind: 'incomplete', what: /^(?:\d{4}|')/.test(named[1] ?? '') ? 'month' : null };
}

function day(parts: readonly (string | undefined)[], rest = ''): DayReading {
  if (parts.some((part) => part === undefined)) return { kind: 'no-date' };
  const [yearText, month, date] = parts;
  const twoDigitYear = yearText?.length === 2;
  const year = twoDigitYear ? fullYear(Number(yearText)) : Number(yearText);
  return { kind: 'day', year, month: Number(month), day: Number(date), rest, twoDigitYear };
}

function monthOf(word = ''): string | undefined {
  const found = MONTHS.find(([, pattern]) => pattern.test(word));
  return found === undefined ? undefined : String(found[0]);
}

export const two = (number: number): string => String(number).padStart(2, '0');
