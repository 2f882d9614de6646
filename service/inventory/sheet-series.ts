import { folded } from '../cleansing/plain-text.ts';
import { AT_END, withoutDates, withoutShortDate, YEAR, type NameDate, type Undated } from './dates-in-names.ts';

const PERIOD = '(?:kw|cw|wk|week|woche|semaine|semana)[ _-]?\\d{1,2}|q[1-4]';

/** `(2)`, `Copy of …`, `… - Kopie` */
const COPY = /\(\d{1,3}\)|(?<![a-z])(?:cop(?:y|ie|ia)|kopie)(?: (?:of|von|de))?(?![a-z])/g;
/** `KW42`, `week 7`, `Q3`, at the end or beside a year */
const PERIODS: readonly RegExp[] = [
  new RegExp(`(?<=(?<!\\d)${YEAR}[-_. ]?)(?:${PERIOD})(?![a-z0-9])`, 'g'),
  new RegExp(`(?<![a-z0-9])(?:${PERIOD})(?![a-z0-9])(?:(?=[-_. ]?${YEAR}(?!\\d))|${AT_END})`, 'g'),
];

/**
 * The name of a file or sheet without date, month, week and copy number: the same for every export of one thing. A name
 * that has none of them stays as it is. A year alone stays too: `Windows 2019` is no date.
 */
export function seriesOf(name: string): string {
  const text = folded(name);
  const { rest } = unchanging(text);
  return rest === text ? name : rest.replace(/[\s_.-]+/g, ' ').trim();
}

/** What stays of a folded name from one export to the next. */
function unchanging(text: string): Undated {
  const { rest, dates } = withoutDates(text.replace(COPY, ' '));
  return { rest: PERIODS.reduce((left, period) => left.replace(period, ' '), rest), dates };
}

/** Between the file and the sheet of a lineage. */
const PARTED = ' › ';

/** What makes an import one of several of the same sheet. */
export function lineageOf(filename: string, sheetName: string | null): string {
  return [filename, ...(sheetName === null ? [] : [sheetName])].map(seriesOf).join(PARTED);
}

/** What people write behind the name of a file that they have made anew: `_neu`, `_final_v2`. */
const NEWER = new RegExp(
  `(?<=[a-z0-9)])[-_. (]+(?:neu(?:e[rs]?|este[rs]?)?|new(?:er|est)?|final|fin|endgultig|aktuell|current|latest|updated?|korrigiert|corrected|nouveau|nuevo|ultim[oa]|(?:v|ver|version|rev)[-_. ]?\\d{1,2}(?:\\.\\d{1,2})?)(?![a-z0-9])\\)?${AT_END}`,
  'g',
);

/** It has one sheet, which is called after it. */
const TEXT_FILE = / (?:csv|tsv|txt)$/;

const keys = new Map<string, string>();
const KEYS_KEPT = 1_000;

/**
 * What imports of one sheet have in common, from the lineage that is stored of each: the file's name also without case,
 * signs between words, and words for a newer one. The sheet's name stays: `Servers` and `Servers new` of one file are two.
 */
export function seriesKey(lineage: string): string {
  const known = keys.get(lineage);
  if (known !== undefined) return known;
  if (keys.size >= KEYS_KEPT) keys.clear();
  const [file = '', ...sheet] = lineage.split(PARTED);
  const named = fileKey(file);
  const key = TEXT_FILE.test(named) ? named : [named, ...sheet].join(PARTED);
  keys.set(lineage, key);
  return key;
}

const fileKey = (name: string): string =>
  readFile(name)
    .rest.replace(/[\s_.()-]+/g, ' ')
    .trim();

/** The dates that the name of a file says: what else changes in it says none. */
export const datesOfFile = (name: string): readonly NameDate[] => readFile(name).dates;

function readFile(name: string): Undated {
  const { rest: named, dates } = unchanging(folded(name));
  const found = [...dates];
  let rest = named.replace(/ (?=(?:xls[xm]?|csv|tsv|txt)$)/, '.');
  for (let before = ''; before !== rest;) {
    before = rest;
    const undated = withoutShortDate(rest);
    found.push(...undated.dates);
    rest = undated.rest.replace(NEWER, ' ');
  }
  return { rest, dates: found };
}
