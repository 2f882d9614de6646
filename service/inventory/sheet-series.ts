import { folded } from '../cleansing/plain-text.ts';

const TIME = '(?:[ t_.-]+(?:[01]?\\d|2[0-3])[-_.:h]?[0-5]\\d(?:[-_.:]?[0-5]\\d)?)?';
const YEAR = '(?:19|20)\\d\\d';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
/** Of any two digits few are a year. */
const SHORT_YEAR = '(?:20\\d\\d|1[5-9]|2\\d)';
/** Before the file's ending, if there is one. */
const AT_END = '(?=[-\\s_.]*(?:\\.[a-z]{2,4})?$)';
const MONTHS = [
  'january februar[y]? march april may june july august september october november december',
  'januar marz maerz mai juni juli oktober dezember',
  'janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'jan feb fev mar mrz apr avr abr jun jul aug ago sept? oct okt nov dec dez dic ene',
]
  .join(' ')
  .replaceAll(' ', '|');

const PERIOD = '(?:kw|cw|wk|week|woche|semaine|semana)[ _-]?\\d{1,2}|q[1-4]';

/** What changes in a name from one export to the next, as folded text has it. */
const CHANGING: readonly RegExp[] = [
  // `(2)`, `Copy of …`, `… - Kopie`
  /\(\d{1,3}\)|(?<![a-z])(?:cop(?:y|ie|ia)|kopie)(?: (?:of|von|de))?(?![a-z])/g,
  // `2026-10-01_12.30.15`, `20261001`, `2026-10`
  new RegExp(`(?<!\\d)${YEAR}([-_. ]?)(?:0[1-9]|1[0-2])(?:\\1${DAY})?${TIME}(?!\\d)`, 'g'),
  // `01.10.2026`, `01-10-26`
  new RegExp(`(?<![\\d.])${DAY}([-_. ])${MONTH}\\1${SHORT_YEAR}${TIME}(?!\\.?\\d)`, 'g'),
  // `10-25-26`; with dots it would be an address or a version
  new RegExp(`(?<![\\d.])${MONTH}([-_ ])${DAY}\\1${SHORT_YEAR}${TIME}(?!\\.?\\d)`, 'g'),
  // `2026 october`, `Oktober 2026`, `oct` at the end
  new RegExp(`(?<!\\d)${YEAR}[-_. ]?(?:${MONTHS})(?![a-z])`, 'g'),
  new RegExp(`(?<![a-z])(?:${MONTHS})(?![a-z])(?:[-_. ]?${YEAR}(?!\\d)|${AT_END})`, 'g'),
  // `KW42`, `week 7`, `Q3`, at the end or beside a year
  new RegExp(`(?<=(?<!\\d)${YEAR}[-_. ]?)(?:${PERIOD})(?![a-z0-9])`, 'g'),
  new RegExp(`(?<![a-z0-9])(?:${PERIOD})(?![a-z0-9])(?:(?=[-_. ]?${YEAR}(?!\\d))|${AT_END})`, 'g'),
];

/**
 * The name of a file or sheet without date, month, week and copy number: the same for every export of one thing. A name
 * that has none of them stays as it is. A year alone stays too: `Windows 2019` is no date.
 */
export function seriesOf(name: string): string {
  const text = folded(name);
  const rest = CHANGING.reduce((left, changing) => left.replace(changing, ' '), text);
  return rest === text ? name : rest.replace(/[\s_.-]+/g, ' ').trim();
}
