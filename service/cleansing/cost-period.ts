/** What time a cost is of: `count` of these, as of `per 3 years`. */
export interface CostPeriod {
  count: number;
  of: 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day' | 'hour';
}

/**
 * Their words in English, German, French, Spanish, Italian, Dutch and Portuguese, lower case and without accents. A number
 * can stand before a noun, `/` or `per` must stand before a short form.
 */
const WORDS: readonly { of: CostPeriod['of']; nouns: string; adjectives: string; short: string }[] = [
  {
    of: 'half-year',
    nouns: 'half-?year|halbjahr|semestre|semester',
    adjectives: 'half-?yearly|semi-?annual(?:ly)?|halbjahrlich|semestriel(?:le)?|semestral(?:e)?',
    short: 'hy',
  },
  {
    of: 'year',
    nouns: 'years?|yrs?|annum|jahre?|annees?|anos?|anno|anni|jaar',
    adjectives: 'yearly|annual(?:ly)?|jahrlich|annuel(?:le)?|anual|annuale|jaarlijks',
    short: 'y|a|an',
  },
  {
    of: 'quarter',
    nouns: 'quarters?|qtr|quartal|trimestre|kwartaal',
    adjectives: 'quarterly|quartalsweise|trimestriel(?:le)?|trimestral(?:e)?',
    short: 'q',
  },
  {
    of: 'month',
    nouns: 'months?|mths?|monate?|mois|mes|meses|mese|mesi|maand|maanden',
    adjectives: 'monthly|monatlich|mensuel(?:le)?|mensual|mensile|mensal|maandelijks',
    short: 'mo|mon|m',
  },
  {
    of: 'week',
    nouns: 'weeks?|wochen?|semaines?|semanas?|settimana',
    adjectives: 'weekly|wochentlich|hebdomadaire|semanal',
    short: 'wk|w',
  },
  { of: 'day', nouns: 'days?|tage?|jours?|dias?|giorno', adjectives: 'daily|taglich|journalier|diario', short: 'd' },
  { of: 'hour', nouns: 'hours?|stunden?|heures?|horas?', adjectives: 'hourly|stundlich|horaire', short: 'hrs?|h|std' },
];

const all = (kind: 'nouns' | 'adjectives' | 'short'): string => WORDS.map((one) => one[kind]).join('|');
/** Groups: what stands after `/` or `per`; a counted noun; an adjective; `p.a.` and `p.m.`. */
const STATED = [
  `(?:/|\\b(?:per|pro|par|por|al|je)\\b) ?((?:\\d{1,2}[ -]?)?(?:${all('nouns')}|${all('short')}))\\b`,
  `\\b(\\d{1,2}[ -]?(?:${all('nouns')}))\\b`,
  `\\b(${all('adjectives')})\\b`,
  `\\b(p\\. ?[am]|p[am])\\b`,
].join('|');
const ANYWHERE = new RegExp(STATED, 'g');
const AT_END = new RegExp(`(?:${STATED})\\.?$`);
const WHOLE_WORDS = WORDS.map(({ of, nouns, adjectives, short }) => ({
  of,
  words: new RegExp(`^(?:${nouns}|${adjectives}|${short})$`),
}));
const TEXT_MAX_CHARACTERS = 255;

/** `$45/mo`, `1.200 € pro Monat`, `EUR per quarter`: the amount or unit without the time it is of, and that time. */
export function splitCostPeriod(text: string): { rest: string; period: CostPeriod | null } {
  const end = text.length > TEXT_MAX_CHARACTERS ? null : AT_END.exec(plain(text));
  const period = end && periodOf(end);
  return end === null || period === null
    ? { rest: text, period: null }
    : { rest: text.slice(0, end.index).trimEnd(), period };
}

/** The time a header says its costs are of: `Monthly Cost (EUR)`, `Kosten pro Quartal`. Null for none, or several. */
export function costPeriodOfHeader(header: string): CostPeriod | null {
  const words = header
    .slice(0, TEXT_MAX_CHARACTERS)
    .replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ')
    .trim();
  const periods = [...plain(words).matchAll(ANYWHERE)].map(periodOf);
  const [period, ...others] = periods;
  return period !== undefined && others.every((other) => isSame(other, period)) ? period : null;
}

/** As a unit names it: `per month`, `per 3 year`. */
export function inWords({ count, of }: CostPeriod): string {
  return count === 1 ? `per ${of}` : `per ${count} ${of}`;
}

function periodOf([, stated = '', counted = '', adjective = '', short = '']: RegExpExecArray): CostPeriod | null {
  if (short !== '') return { count: 1, of: short.endsWith('a') ? 'year' : 'month' };
  const [, digits = '1', word = ''] = /^(\d*)[ -]?(.*)$/.exec(stated + counted + adjective) ?? [];
  const found = WHOLE_WORDS.find(({ words }) => words.test(word));
  const count = Number(digits || '1');
  return found === undefined || count === 0 ? null : { count, of: found.of };
}

const isSame = (left: CostPeriod | null, right: CostPeriod | null): boolean =>
  left?.of === right?.of && left?.count === right?.count;

/** Lower case without accents, letter for letter, so that places in it are places in the text. */
const plain = (text: string): string =>
  text
    .replace(/[^ -~]/gu, (letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
      return bare.length === letter.length ? bare : letter;
    })
    .toLowerCase();
