import type { Random } from './random.ts';
import { padded, wart, type Sheet, type WartyColumn, type Written } from './wart.ts';

const DAY_MS = 86_400_000;
const EPOCHS = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) };
const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
};

const serialOf = (iso: string, { dateSystem }: Sheet): number => (Date.parse(iso) - EPOCHS[dateSystem]) / DAY_MS;
const partsOf = (iso: string): [year: string, month: string, day: string] => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [year, month, day];
};

function dateCell(iso: string, sheet: Sheet): Written {
  return {
    cell: { type: 'date', iso: `${iso}T00:00:00`, serial: serialOf(iso, sheet), format: 'dd.mm.yyyy' },
    says: iso,
  };
}

function inWords(iso: string, random: Random): string {
  const [year, month, day] = partsOf(iso);
  const language = random.pick(['en', 'de', 'fr'] as const);
  const name = MONTHS[language][Number(month) - 1] ?? '';
  return language === 'de' ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** Purchases were written day first, warranties month first. */
export const dateColumns: readonly WartyColumn[] = [
  {
    header: 'Purchased',
    field: 'purchase_date',
    tidy: ({ purchased }, _random, sheet) => dateCell(purchased, sheet),
    warts: [
      wart('date-serial', ({ purchased }, _random, sheet) => ({ cell: serialOf(purchased, sheet), says: purchased })),
      wart('date-serial-text', ({ purchased }, _random, sheet) => ({
        cell: String(serialOf(purchased, sheet)),
        says: purchased,
      })),
      wart('date-day-first', ({ purchased }, random) => {
        const [year, month, day] = partsOf(purchased);
        const mark = random.pick(['/', '.', '-']);
        return { cell: `${day}${mark}${month}${mark}${year}`, says: purchased };
      }),
      wart('date-two-digit-year', ({ purchased }) => {
        const [year, month, day] = partsOf(purchased);
        return { cell: `${day}.${month}.${year.slice(2)}`, says: purchased };
      }),
      wart('date-in-words', ({ purchased }, random) => ({ cell: inWords(purchased, random), says: purchased })),
      wart('date-iso-spaces', ({ purchased }, random) => ({ cell: padded(purchased, random), says: purchased })),
      wart('date-zero', (_asset, random) => ({
        cell: random.pick(['0000-00-00', '01/01/1970', '1900-01-01']),
        says: null,
      })),
      wart('date-year-only', ({ purchased }) => ({ cell: purchased.slice(0, 4), says: null })),
    ],
  },
  {
    header: 'Warranty until',
    field: 'warranty_expiration',
    tidy: ({ warranty }) => ({ cell: warranty, says: warranty }),
    warts: [
      wart('date-month-first', ({ warranty }) => {
        const [year, month, day] = partsOf(warranty);
        return { cell: `${Number(month)}/${Number(day)}/${year}`, says: warranty };
      }),
      wart('date-with-time', ({ warranty }) => ({ cell: `${warranty}T14:30:00Z`, says: warranty })),
      wart('date-prose', () => ({ cell: 'see contract', says: null })),
    ],
  },
];
