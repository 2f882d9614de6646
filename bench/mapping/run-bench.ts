/**
 * `npm run bench:mapping [-- FILE.csv]`: how well the mapping engine does on labelled columns of systems whose family it
 * has not learned from, beside three other methods in the same run. Writes the reliability plot and prints Markdown.
 * Without a file: `../shared/data/mapping-dev.csv`; where that is not, the shipped columns alone are scored.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { readFileNames } from '../../scripts/read-options.ts';
import { evaluate } from './evaluate.ts';
import { bins, figuresOf, type Figures, type Scored } from './figures.ts';
import { leaveOneFamilyOut, seeSheets } from './held-out.ts';
import { DEV_FILE, DEV_FILE_IS_NOT_HERE, readLabelledSheets, type LabelledSheet } from './labelled-columns.ts';
import { reliabilityPlot } from './reliability-plot.ts';
import { askRival, rivals, tokenJaccard } from './rivals.ts';
import { askShipped } from './shipped.ts';
import { measureSpeed } from './speed.ts';
import { unheardBy } from './unheard.ts';

const LEARNING_FILE = 'bench/mapping/written-columns.csv';
/** Columns of systems no weight was learned from, read for lessons; three stayed unopened for a while (docs/decisions/0057). */
const OPENED_FILES = [
  'bench/mapping/later-columns.csv',
  'bench/mapping/later-unopened-columns.csv',
  'bench/mapping/found-columns.csv',
  'bench/mapping/found-unopened-columns.csv',
  'bench/mapping/first-contact-columns.csv',
  'bench/mapping/unopened-columns.csv',
];
/** Of these nobody looks at single answers. */
const UNOPENED_FILE = 'bench/mapping/fresh-columns.csv';
type Row = [name: string, scored: readonly Scored[]];
const PLOT = 'docs/bench/mapping-reliability.svg';

function main([file = DEV_FILE, ...more]: readonly string[]): void {
  if (more.length > 0) throw new Error('Name one CSV file: npm run bench:mapping -- FILE.csv');
  const isLeftOut = file === DEV_FILE && !existsSync(file);
  const judged = isLeftOut ? null : readLabelledSheets(file);
  if (judged === null) console.log(`${DEV_FILE_IS_NOT_HERE} Only the shipped columns are scored.`);
  const withheld = judged === null ? null : printHeldOut(judged, file);
  console.log('\nAs shipped, on systems no weight was learned from:\n');
  printTable(
    'columns',
    [...OPENED_FILES, UNOPENED_FILE].flatMap((unlearned) => shippedRows(unlearned, judged)),
  );
  if (withheld !== null) {
    console.log('\nPer family (left out, aliases withheld):\n');
    const families = [...new Set(withheld.map(({ family }) => family))];
    printTable(
      'family',
      families.map((family): Row => [family, withheld.filter((one) => one.family === family)]),
    );
    writeFileSync(PLOT, reliabilityPlot(bins(withheld)));
  }
  console.log(`\n${measureSpeed()}`);
  if (withheld !== null) console.log(`Reliability plot: ${PLOT}`);
}

/** Prints how each method does on the columns. @returns the engine's answers without what only the judged family has */
function printHeldOut(judged: readonly LabelledSheet[], file: string): Scored[] {
  const families = new Set(judged.map(({ family }) => family));
  const learning = readLabelledSheets(LEARNING_FILE).filter(({ family }) => !families.has(family));
  const seen = seeSheets([...judged, ...learning]);
  const held = leaveOneFamilyOut(seen, families);
  const ours = seen.filter(({ sheet }) => families.has(sheet.family));
  const shipped = evaluate(ours, held, 'as-shipped');
  const withheld = evaluate(ours, held, 'names-withheld');
  console.log(`${shipped.length} scored columns of ${families.size} families in ${file}, ${today()}.\n`);
  const isUnheardByOthers = new Map([...families].map((family) => [family, unheardBy(judged, family)]));
  const isUnheard = ({ family, header }: Scored): boolean => isUnheardByOthers.get(family)?.(header) ?? false;
  printTable('method', [
    ['this engine, family left out', shipped],
    ['… and every alias withheld that only this family has', withheld],
    ...rivals.map((rival): Row => [rival.name, askRival(rival, judged)]),
    ...groupRows('headers that neither the other families nor the field names have', withheld.map(isUnheard), {
      ours: withheld,
      sheets: judged,
    }),
    ...groupRows('headers of which no name is left in any form', withheld.map(isNew), {
      ours: withheld,
      sheets: judged,
    }),
  ]);
  return withheld;
}

function shippedRows(file: string, judged: readonly LabelledSheet[] | null): Row[] {
  const ours = askShipped(file);
  const sheets = readLabelledSheets(file);
  const rows: Row[] = [
    [file, ours],
    ['… all of them, token Jaccard', askRival(tokenJaccard, sheets)],
  ];
  if (judged === null) return rows;
  const isUnheard = unheardBy(judged);
  const among = ours.map(({ header }) => isUnheard(header));
  if (file !== UNOPENED_FILE)
    return [...rows, ['… headers that neither the dev columns nor the field names have', only(ours, among)]];
  return [
    ...rows,
    ...groupRows('headers that neither the dev columns nor the field names have', among, { ours, sheets }),
    ...groupRows('headers of which no name is known in any form', ours.map(isNew), { ours, sheets }),
  ];
}

/** This engine and each rival on some of the columns; all answer the scored columns in the same order. */
function groupRows(
  group: string,
  among: readonly boolean[],
  { ours, sheets }: { ours: readonly Scored[]; sheets: readonly LabelledSheet[] },
): Row[] {
  return [
    [`${group}: this engine`, only(ours, among)],
    ...rivals.map((rival): Row => [`… ${rival.name}`, only(askRival(rival, sheets), among)]),
  ];
}

const only = (scored: readonly Scored[], among: readonly boolean[]): Scored[] => scored.filter((_, at) => among[at]);

const isNew = (one: Scored): boolean => one.isNew ?? false;

const today = (): string => new Date().toISOString().slice(0, 10);

const columns: [title: string, figure: (figures: Figures) => number][] = [
  ['top-1', (figures) => figures.top1],
  ['precision', (figures) => figures.precision],
  ['recall', (figures) => figures.recall],
  ['F1', (figures) => figures.f1],
  ['given though none fits', (figures) => figures.falseSuggestions],
  ['precision at ≥ .9', (figures) => figures.surePrecision],
  ['share at ≥ .9', (figures) => figures.sureCoverage],
  ['calibration error', (figures) => figures.calibrationError],
];

function printTable(first: string, rows: readonly Row[]): void {
  console.log(`| ${[first, ...columns.map(([title]) => title)].join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(columns.length)}`);
  for (const [name, scored] of rows) {
    const figures = figuresOf(scored);
    console.log(`| ${[name, ...columns.map(([, figure]) => shown(figure(figures)))].join(' | ')} |`);
  }
}

const shown = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2).replace(/^0(?=\.)/, ''));

try {
  main(readFileNames());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
